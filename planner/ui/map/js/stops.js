// What lies in one place, for whoever has no pointer: its sites one after the other, then the ways that lead to it and
// away from it. A stop lies over the thing it stands for and is seen while it has the focus.

import { TENTHS } from "./ribbon.js";
import { siteCard } from "./sites.js";
import { setAll, svg } from "./svg.js";
import { wayCard } from "./ways.js";

const RING = 4;

export class Stops {
  constructor(layer) {
    this.layer = layer;
    this.state = "";
    this.items = [];
    this.nodes = [];
  }

  // Lay the stops of a place over what is drawn. Whoever stands on one keeps standing on it while the map is moved.
  show(map, place) {
    const { chosen, data } = map;
    const state = place ? `${place.code} ${chosen.sites} ${chosen.ways === "none"}` : "";
    if (state !== this.state) {
      this.state = state;
      this.items = stopsOf(map, place);
      this.#make(`${data.texts.inside}: ${place?.name}`);
    }
    this.items.forEach((item, index) => setAll(this.nodes[index], shapeOf(item, map)));
  }

  #make(name) {
    const any = this.items.length > 0;
    setAll(this.layer, { role: any && "listbox", "aria-label": any && name, "aria-describedby": any && "keys-inside" });
    this.nodes = this.items.map((item, index) => {
      const shape = item.site ? "circle" : "path";
      const place = { "aria-posinset": index + 1, "aria-setsize": this.items.length };
      return svg(shape, { class: "stop", role: "option", tabindex: -1, "aria-label": item.spoken, ...place });
    });
    this.layer.replaceChildren(...this.nodes);
  }

  of(node) {
    return this.items[this.nodes.indexOf(node)] ?? null;
  }

  focus(item) {
    this.nodes[this.items.indexOf(item)].focus({ preventScroll: true });
  }
}

// The stops of a place, as far as the map shows such things: { code of the place, at, card, spoken, site or way }.
export function stopsOf(map, place) {
  if (!place) return [];
  const { chosen, data, placeOf, sites, ways } = map;
  const stop = (at, card, thing) => ({ code: place.code, at, card, spoken: spokenCard(card), ...thing });
  const here = chosen.sites ? sites.of(place.code) : [];
  const gone = chosen.ways === "none" ? [] : ways.of(place.code);
  return [
    ...here.map((site) => stop(site, siteCard(site, placeOf), { site })),
    ...gone.map((way) => {
      const other = placeOf.get(way.work === place.code ? way.home : way.work);
      return stop(other, wayCard(way, place.code, placeOf, data.texts), { way, other });
    }),
  ];
}

// Where a stop lies in the window.
function shapeOf({ site, way }, { view, sites, ways }) {
  if (way) return { d: ways.outline(way), transform: `translate(${view.origin.x} ${view.origin.y}) ${TENTHS}` };
  const { x, y } = view.toWindow(site.x, site.y);
  return { cx: x.toFixed(1), cy: y.toFixed(1), r: (sites.radius(site.posts) + RING).toFixed(1) };
}

const spokenCard = ({ title, subtitle, facts }) => [title, subtitle, ...facts.map((fact) => fact.join(" "))].filter(Boolean).join(", ");
