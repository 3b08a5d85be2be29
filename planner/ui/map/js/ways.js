// Ways from home to work in bundles. All of them lie below as one even tint; those of the chosen place lie above, full
// where people come to work, hollow where they live here and go elsewhere.

import { routes } from "./corridors.js";
import { lanes } from "./lanes.js";
import { ribbon } from "./ribbon.js";
import { svg } from "./svg.js";

// The widest bundle takes at most this share of the window, and a person at most so many pixels.
const WIDEST = 0.022;
const MOST_PER_PERSON = 2.6;
const LEAST = 0.9;
const LEAST_CHOSEN = 2;

export class Ways {
  constructor(layer, ways, placeOf) {
    this.layer = layer;
    this.points = [...placeOf.values()];
    const position = new Map([...placeOf.keys()].map((code, index) => [code, index]));
    const drawn = ways.filter((way) => way.from !== way.to && position.has(way.from) && position.has(way.to));
    this.ways = drawn.map((way) => ({ ...way, home: way.from, work: way.to, from: position.get(way.from), to: position.get(way.to) }));
    this.all = svg("g", { class: "all-ways" }, layer);
    this.some = svg("g", { class: "chosen-ways" }, layer);
    this.state = "";
  }

  show(view, selected, mode) {
    const touched = this.ways.map((way) => way.home === selected || way.work === selected);
    const any = touched.includes(true);
    this.layer.setAttribute("transform", `translate(${round1(view.origin.x)} ${round1(view.origin.y)})`);
    this.all.classList.toggle("faint", any || mode === "selected");
    this.all.style.display = mode === "all" ? "" : "none";
    this.some.style.display = mode === "none" ? "none" : "";
    const state = `${view.scale} ${view.window.width} ${selected} ${mode}`;
    if (state === this.state) return;
    this.state = state;
    if (mode === "none") return;
    // Found once, and only where somebody wants to see ways.
    this.routes ??= routes(this.points, this.ways);
    if (mode === "all") {
      this.bundles ??= new Bundles(this.all, this.points, this.ways, this.routes, LEAST);
      this.bundles.draw(view);
    }
    this.#drawChosen(view, selected, touched);
  }

  #drawChosen(view, selected, touched) {
    this.some.replaceChildren();
    const pick = (list) => list.filter((_, index) => touched[index]);
    const chosen = new Bundles(this.some, this.points, pick(this.ways), pick(this.routes), LEAST_CHOSEN);
    chosen.paths.forEach((path, index) => path.classList.add(chosen.ways[index].work === selected ? "coming" : "leaving"));
    chosen.draw(view);
  }

  // Pixels that one person takes in a bundle, for the legend.
  get perPerson() {
    return this.bundles?.perPerson ?? 1;
  }
}

class Bundles {
  constructor(layer, points, ways, found, least) {
    this.points = points;
    this.ways = ways;
    this.routes = found;
    this.least = least;
    Object.assign(this, lanes(points, ways, found));
    this.paths = ways.map((way) => svg("path", { class: "way", "data-from": way.home, "data-to": way.work }, layer));
  }

  draw(view) {
    const { scale } = view;
    const closer = Math.sqrt(view.zoom);
    this.perPerson = Math.min(MOST_PER_PERSON, (WIDEST * view.window.width) / Math.max(1, this.most)) * closer;
    const at = this.points.map((point) => ({ x: point.x * scale, y: point.y * scale }));
    this.ways.forEach((way, index) => {
      const off = this.off[index].map((people) => people * this.perPerson);
      const width = Math.max(this.least, way.people * this.perPerson);
      this.paths[index].setAttribute("d", ribbon(this.routes[index].map((crossing) => at[crossing]), off, width));
    });
  }
}

const round1 = (value) => Math.round(value * 10) / 10;
