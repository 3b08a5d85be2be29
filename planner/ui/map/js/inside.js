// Keys among the sites and ways of one place: arrows go on, Page keys from the sites to the ways and back, Enter
// chooses, Escape goes back to the place.

const ALONG = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export function stepOf(map, key, stop) {
  const { items } = map.stops;
  const to = (item) => () => item && map.stops.focus(item);
  const back = () => map.focus(stop.code);
  if (key in ALONG) return to(items[items.indexOf(stop) + ALONG[key]]);
  const sort = (item) => Boolean(item.way);
  switch (key) {
    case "Home":
      return to(items[0]);
    case "End":
      return to(items.at(-1));
    case "PageDown":
      return to(items.find((item) => sort(item) > sort(stop)));
    case "PageUp":
      return sort(stop) > sort(items[0]) ? to(items[0]) : back;
    case "Escape":
      return back;
    case "Enter":
    case " ":
      return () => choose(map, stop);
    default:
      return null;
  }
}

// A site means the place it is in; a way is followed to its other end.
function choose(map, { code, other }) {
  if (!other) return map.toggle(code);
  map.focus(other.code);
  if (map.chosen.selected !== other.code) map.toggle(other.code);
}
