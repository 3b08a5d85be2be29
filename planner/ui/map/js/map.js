// One map on the page: holds what is chosen, draws, and answers pointer and keys.

import { nextPlace } from "./compass.js";
import { listen } from "./gestures.js";
import { Labels } from "./labels.js";
import { drawLegend, drawScaleBar } from "./legend.js";
import { RiverName } from "./river.js";
import { scaffold } from "./scaffold.js";
import { Sites } from "./sites.js";
import { svg } from "./svg.js";
import { Tooltip } from "./tooltip.js";
import { View } from "./view.js";
import { Ways } from "./ways.js";

const SHAPE = 0.74;
const HINT_MS = 1600;

export class CityMap {
  constructor(root, data, view) {
    this.data = data;
    this.version = data.version;
    this.pick = () => {};
    this.viewed = () => {};
    this.chosen = { selected: null, layer: data.layers[0].id, ways: "all", sites: true };
    this.placeOf = new Map(data.places.map((place) => [place.code, place]));
    this.focused = null;
    this.keyboard = false;
    this.ending = new AbortController();

    this.parts = scaffold(root, data);
    this.view = view ?? new View(data.frame.width, data.frame.height);
    this.tooltip = new Tooltip(this.parts.window_);
    this.#drawLand();
    this.ways = new Ways(this.parts.ways, data.ways, this.placeOf);
    this.sites = new Sites(this.parts.sites, data.sites);
    this.labels = new Labels(this.parts.labels, data.places);
    this.#listen();
    this.observer = new ResizeObserver(() => this.#resize());
    this.observer.observe(this.parts.window_);
    this.#resize();
  }

  close() {
    this.ending.abort();
    this.observer.disconnect();
  }

  // Python's side of the conversation: what is chosen outside of the map.
  choose(chosen) {
    this.chosen = { ...this.chosen, ...chosen };
    const place = this.placeOf.get(this.chosen.selected);
    if (place) this.view.reveal(place.x, place.y);
    this.#paint();
    this.draw();
  }

  get layer() {
    return this.data.layers.find((layer) => layer.id === this.chosen.layer) ?? this.data.layers[0];
  }

  #drawLand() {
    const { cells, lines, marks } = this.parts;
    this.cells = new Map();
    for (const place of this.data.places) {
      const cell = svg("path", { class: "cell", d: place.path, role: "option", "data-code": place.code, tabindex: -1 }, cells);
      this.cells.set(place.code, cell);
    }
    for (const borough of this.data.boroughs) svg("path", { class: "borough", d: borough }, lines);
    if (this.data.river) {
      svg("path", { class: "river-bank", d: this.data.river.path }, lines);
      const course = svg("path", { class: "river", d: this.data.river.path }, lines);
      this.riverName = new RiverName(this.parts.ways, course, this.data.river.name);
    }
    this.selectedLine = svg("path", { class: "selected-line" }, marks);
    this.focusLine = svg("path", { class: "focus-line" }, marks);
  }

  #resize() {
    const { window_, canvas } = this.parts;
    const width = window_.clientWidth;
    if (!width) return;
    const height = Math.round(Math.min(680, Math.max(340, width * SHAPE)));
    window_.style.height = `${height}px`;
    canvas.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.view.resize(width, height);
    this.#paint();
    this.draw();
  }

  // Colours, names for the ear, legend: what changes with the layer or the choice, not with the zoom.
  #paint() {
    const { layer } = this;
    const counts = { blank: 0 };
    const first = this.focused ?? this.chosen.selected ?? this.data.places[0]?.code;
    for (const place of this.data.places) {
      const cell = this.cells.get(place.code);
      const value = layer.values[place.code];
      const entry = layer.classes[value?.level];
      cell.style.fill = entry ? entry.colour : "url(#hatch)";
      const level = entry ? value.level : "blank";
      counts[level] = (counts[level] ?? 0) + 1;
      cell.setAttribute("aria-label", this.#spokenName(place));
      cell.setAttribute("aria-selected", String(place.code === this.chosen.selected));
      cell.setAttribute("tabindex", place.code === first ? 0 : -1);
    }
    drawLegend(this.parts.legend, layer, this.data.texts, counts, this.chosen);
  }

  #spokenName(place) {
    const value = this.layer.values[place.code];
    return `${place.name}: ${this.layer.title} ${value?.text || this.layer.blank}`;
  }

  // Look at what another map of the same city looks at.
  look({ zoom, centre }) {
    if (this.view.zoom === zoom && this.view.centre.x === centre.x && this.view.centre.y === centre.y) return;
    this.view.zoom = zoom;
    this.view.centre = { ...centre };
    this.tooltip.hide();
    this.draw();
  }

  // Everything that moves with zoom and pan.
  draw() {
    const { view, chosen } = this;
    this.viewed({ zoom: view.zoom, centre: view.centre });
    this.parts.land.setAttribute("transform", view.transform);
    this.parts.canvas.hatch.setAttribute("patternTransform", `scale(${1 / view.scale}) rotate(45)`);
    this.riverName?.show(view);
    this.selectedLine.setAttribute("d", this.placeOf.get(chosen.selected)?.path ?? "");
    this.focusLine.setAttribute("d", (this.keyboard && this.placeOf.get(this.focused)?.path) || "");
    this.ways.show(view, chosen.selected, chosen.ways);
    const dots = this.sites.show(view, chosen.sites);
    this.labels.show(view, {
      values: this.layer.values,
      classes: this.layer.classes,
      selected: chosen.selected,
      focused: this.keyboard ? this.focused : null,
      family: getComputedStyle(this.parts.canvas).fontFamily,
      taken: this.#corners(),
      dots,
      inside: (place, at) => this.#holds(place, at),
    });
    drawScaleBar(this.parts.scale, view, this.data.frame.metresPerUnit);
  }

  // Where buttons and scale bar lie, labels do not go.
  #corners() {
    const { width, height } = this.view.window;
    return [
      { left: width - 58, right: width, top: 0, bottom: 140 },
      { left: 0, right: 170, top: height - 46, bottom: height },
    ];
  }

  // Whether a point of the window lies on a place.
  #holds(place, at) {
    const { origin, scale } = this.view;
    return this.cells.get(place.code).isPointInFill(new DOMPoint((at.x - origin.x) / scale, (at.y - origin.y) / scale));
  }

  #toggle(code) {
    const selected = code === this.chosen.selected ? null : code;
    this.choose({ selected });
    this.pick(selected);
    const place = this.placeOf.get(selected);
    this.parts.spoken.textContent = place ? this.#sentence(place) : this.data.texts.nothingChosen;
  }

  #sentence(place) {
    return `${this.data.texts.chosen}: ${place.name}. ${place.facts.map(([name, value]) => `${name} ${value}`).join(", ")}.`;
  }

  #listen() {
    const { window_, cells, sites, zoomIn, zoomOut, zoomReset } = this.parts;
    const { signal } = this.ending;
    const on = (node, name, action) => node.addEventListener(name, action, { signal });
    const zoom = (factor) => {
      if (factor) this.view.zoomAround(factor, this.placeOf.get(this.keyboard ? this.focused : this.chosen.selected));
      else this.view.reset();
      this.draw();
    };
    this.zoom = zoom;
    on(zoomIn, "click", () => zoom(1.6));
    on(zoomOut, "click", () => zoom(1 / 1.6));
    on(zoomReset, "click", () => zoom(0));

    listen(window_, this.view, {
      moved: () => {
        this.tooltip.hide();
        this.draw();
      },
      hint: () => this.#hint(this.data.texts.wheel),
      entered: () => window_.contains(this.#active()),
      signal,
    });

    // A site lies over its neighbourhood: a click on it means the place it is in.
    for (const layer of [cells, sites]) {
      on(layer, "click", (event) => {
        const code = event.target.dataset.code;
        if (!this.placeOf.has(code)) return;
        this.keyboard = false;
        this.#focus(code);
        this.#toggle(code);
      });
    }
    on(cells, "pointermove", (event) => this.#hover(event, this.placeOf.get(event.target.dataset.code)));
    on(sites, "pointermove", (event) => this.#hoverSite(event));
    on(window_, "pointerleave", () => this.tooltip.hide());
    on(window_, "pointermove", (event) => {
      if (!cells.contains(event.target) && !sites.contains(event.target)) this.tooltip.hide();
    });
    on(cells, "focusin", (event) => this.#focusIn(event));
    on(cells, "focusout", () => {
      this.keyboard = false;
      this.tooltip.hide();
      this.draw();
    });
    on(window_, "keydown", (event) => this.#key(event));
  }

  // The map may live in a shadow tree, where the document only knows the host.
  #active() {
    return this.parts.window_.getRootNode().activeElement;
  }

  #hover(event, place) {
    if (!place || event.buttons) return this.tooltip.hide();
    const frame = this.parts.window_.getBoundingClientRect();
    this.#card(place, event.clientX - frame.left, event.clientY - frame.top);
  }

  #hoverSite(event) {
    const site = this.sites.byId(event.target.dataset.site);
    if (!site || event.buttons) return;
    const frame = this.parts.window_.getBoundingClientRect();
    const card = { title: site.name, subtitle: site.host, facts: site.facts };
    this.tooltip.show(event.clientX - frame.left, event.clientY - frame.top, card, this.view.window);
  }

  #card(place, x, y) {
    const card = { title: place.name, subtitle: place.note ? `${place.borough} · ${place.note}` : place.borough, facts: place.facts };
    this.tooltip.show(x, y, card, this.view.window);
  }

  #focus(code) {
    this.focused = code;
    for (const [other, cell] of this.cells) cell.setAttribute("tabindex", other === code ? 0 : -1);
    this.cells.get(code).focus({ preventScroll: true });
  }

  #focusIn(event) {
    const place = this.placeOf.get(event.target.dataset.code);
    if (!place) return;
    this.focused = place.code;
    this.keyboard = event.target.matches(":focus-visible");
    if (!this.keyboard) return;
    this.view.reveal(place.x, place.y);
    this.draw();
    const at = this.view.toWindow(place.x, place.y);
    this.#card(place, at.x, at.y);
    this.#hint(this.data.texts.keys);
  }

  #key(event) {
    const place = this.placeOf.get(this.focused);
    const act = {
      "+": () => this.zoom(1.6),
      "-": () => this.zoom(1 / 1.6),
      0: () => this.zoom(0),
      Escape: () => (this.tooltip.card.hidden ? this.chosen.selected && this.#toggle(this.chosen.selected) : this.tooltip.hide()),
    };
    if (this.cells.get(this.focused) === this.#active() && place) {
      act.Enter = () => this.#toggle(place.code);
      act[" "] = act.Enter;
      act.Home = () => this.#focus(this.data.places[0].code);
      act.End = () => this.#focus(this.data.places.at(-1).code);
      const next = nextPlace(this.data.places, place, event.key);
      if (next) act[event.key] = () => this.#focus(next.code);
      else if (event.key.startsWith("Arrow")) act[event.key] = () => {};
    }
    if (!act[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.keyboard = true;
    act[event.key]();
  }

  #hint(text) {
    const { hint } = this.parts;
    hint.textContent = text;
    hint.hidden = false;
    clearTimeout(this.hintTimer);
    this.hintTimer = setTimeout(() => (hint.hidden = true), HINT_MS);
  }
}
