// What the pointer does: it looks at places and sites, and chooses places.

import { listen } from "./gestures.js";
import { siteCard } from "./sites.js";
import { wayCard } from "./ways.js";

export function watchPointer(map, signal) {
  const { window_, cells, sites, ways } = map.parts;
  const on = (node, name, action) => node.addEventListener(name, action, { signal });
  const { texts } = map.data;

  listen(window_, map.view, {
    moved: () => {
      map.tooltip.hide();
      map.drawSoon();
    },
    hint: (kind) => map.hint(texts[kind]),
    entered: () => window_.contains(map.active),
    signal,
  });

  // A site lies over its neighbourhood: a click on it means the place it is in, one on a way what lies under it.
  for (const layer of [cells, sites, ways]) {
    on(layer, "click", (event) => {
      const { code } = ways.contains(event.target) ? (under(map, event)?.dataset ?? {}) : event.target.dataset;
      // The second click of two belongs to the zoom.
      if (!map.placeOf.has(code) || event.detail > 1) return;
      map.keyboard = false;
      map.focus(code);
      map.toggle(code);
    });
  }
  on(cells, "pointermove", (event) => hoverPlace(map, event));
  on(sites, "pointermove", (event) => hoverSite(map, event));
  on(ways, "pointermove", (event) => hoverWay(map, event));
  on(window_, "pointerleave", () => map.tooltip.hide());
  on(window_, "pointermove", (event) => {
    if (![cells, sites, ways].some((layer) => layer.contains(event.target))) map.tooltip.hide();
  });
}

function within(map, event) {
  const frame = map.parts.window_.getBoundingClientRect();
  return [event.clientX - frame.left, event.clientY - frame.top];
}

function hoverPlace(map, event) {
  const place = map.placeOf.get(event.target.dataset.code);
  if (!place || event.buttons) map.tooltip.hide();
  else map.describe(place, ...within(map, event));
}

function hoverSite(map, event) {
  const site = map.sites.byId(event.target.dataset.site);
  if (!site || event.buttons) return;
  map.tooltip.show(...within(map, event), siteCard(site, map.placeOf), map.view.window);
}

function hoverWay(map, event) {
  const way = map.ways.drawnAs(event.target);
  if (!way || event.buttons) return;
  const card = wayCard(way, map.chosen.selected, map.placeOf, map.data.texts);
  map.tooltip.show(...within(map, event), card, map.view.window);
}

function under(map, { clientX, clientY }) {
  const root = map.parts.window_.getRootNode();
  return root.elementsFromPoint(clientX, clientY).find((node) => map.parts.cells.contains(node));
}
