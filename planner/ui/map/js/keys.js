// What the keyboard does: arrows go from place to place, letters to the next of that name, Enter chooses; Page down goes
// to what lies within a place, Escape comes back.

import { nextPlace } from "./compass.js";
import { stepOf } from "./inside.js";
import { stopsOf } from "./stops.js";

const TYPING_MS = 700;

export function watchKeys(map, signal) {
  const { window_ } = map.parts;
  // Not on the list itself: browsers make a stop for Tab of every SVG element that listens for the focus.
  window_.addEventListener("focusin", (event) => arrive(map, event.target), { signal });
  window_.addEventListener("focusout", (event) => leave(map, event), { signal });
  const typed = { text: "", at: 0 };
  window_.addEventListener("keydown", (event) => press(map, event, typed), { signal });
}

function arrive(map, target) {
  const stop = map.stops.of(target);
  const place = map.placeOf.get(stop?.code ?? target.dataset.code);
  if (!place) return;
  map.focused = place.code;
  map.keyboard = target.matches(":focus-visible");
  map.within = stop ? place.code : null;
  if (!map.keyboard) return;
  const { x, y } = stop?.at ?? place;
  map.view.reveal(x, y);
  map.draw();
  const at = map.view.toWindow(x, y);
  if (stop) map.tooltip.show(at.x, at.y, stop.card, map.view.window);
  else map.describe(place, at.x, at.y);
  map.hint(stop ? map.data.texts.keysInside : map.data.texts.keys);
}

function leave(map, { target, relatedTarget }) {
  if (!map.stops.of(target) && !map.placeOf.has(target.dataset.code)) return;
  // On the way to a stop everything stays drawn.
  if (map.stops.of(relatedTarget)) return;
  map.keyboard = false;
  map.within = null;
  map.tooltip.hide();
  map.draw();
}

function press(map, event, typed) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const action = actionOf(map, event.key, typed);
  if (!action) return;
  event.preventDefault();
  map.keyboard = true;
  action();
}

function actionOf(map, key, typed) {
  const { places } = map.data;
  const place = map.placeOf.get(map.focused);
  const onPlace = place && map.cells.get(place.code) === map.active;
  switch (key) {
    case "+":
      return () => map.zoom(1);
    case "-":
      return () => map.zoom(-1);
    case "0":
      return () => map.zoom(0);
  }
  const stop = map.stops.of(map.active);
  if (stop) return stepOf(map, key, stop);
  if (key === "Escape") {
    if (!map.tooltip.card.hidden) return () => map.tooltip.hide();
    return map.chosen.selected ? () => map.toggle(map.chosen.selected) : null;
  }
  return onPlace ? moveOf(map, key, places, place, typed) : null;
}

function moveOf(map, key, places, place, typed) {
  if (key === "Enter" || (key === " " && !typed.text)) return () => map.toggle(place.code);
  if (key === "Home") return () => map.focus(places[0].code);
  if (key === "End") return () => map.focus(places.at(-1).code);
  // Where there is nothing within, the key goes on scrolling the page.
  if (key === "PageDown") return stopsOf(map, place).length ? () => map.enter(place) : null;
  if (key.startsWith("Arrow")) {
    const next = nextPlace(places, place, key);
    return () => next && map.focus(next.code);
  }
  if (key.length > 1) return null;
  const found = named(places, place, key, typed);
  return found ? () => map.focus(found.code) : null;
}

// The next place whose name begins as typed; the same letter again goes on to the next one.
function named(places, place, key, typed) {
  const now = performance.now();
  typed.text = now - typed.at > TYPING_MS ? key : typed.text + key;
  typed.at = now;
  const start = typed.text.toLocaleLowerCase();
  const again = [...start].every((letter) => letter === start[0]);
  const wanted = again ? start[0] : start;
  const from = places.indexOf(place) + (again ? 1 : 0);
  const order = [...places.slice(from), ...places.slice(0, from)];
  return order.find((one) => one.name.toLocaleLowerCase().startsWith(wanted)) ?? null;
}
