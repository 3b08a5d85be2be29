// One map on the page: holds what is chosen and draws it. What people do to it stands in pointing.js and keys.js.

import { watchKeys } from "./keys.js";
import { Labels } from "./labels.js";
import { drawLegend, drawScaleBar, drawSigns } from "./legend.js";
import { watchPaper } from "./paper.js";
import { watchPointer } from "./pointing.js";
import { RiverName } from "./river.js";
import { scaffold } from "./scaffold.js";
import { Sites } from "./sites.js";
import { Stops } from "./stops.js";
import { svg } from "./svg.js";
import { Tooltip } from "./tooltip.js";
import { View } from "./view.js";
import { Ways } from "./ways.js";

const SHAPE = 0.74;
const LEAST_HEIGHT = 300;
const MOST_HEIGHT = 720;
const HINT_MS = 3000;
const STEP = 1.6;

export class CityMap {
  constructor(root, data, view, chosen = {}) {
    this.root = root;
    this.data = data;
    this.version = data.version;
    this.pick = () => {};
    this.viewed = () => {};
    this.chosen = { selected: null, layer: data.layers[0].id, ways: "all", sites: true, ...chosen };
    this.placeOf = new Map(data.places.map((place) => [place.code, place]));
    this.focused = null;
    // The place whose sites and ways somebody goes through by keyboard.
    this.within = null;
    this.keyboard = false;
    this.onPaper = false;
    this.ending = new AbortController();

    this.parts = scaffold(root, data);
    // Measured while there is next to nothing in it.
    const width = this.parts.window_.clientWidth;
    this.family = getComputedStyle(this.parts.canvas).fontFamily;
    // How much larger than usual somebody wants letters.
    this.letter = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    this.view = view ?? new View(data.frame.width, data.frame.height);
    if (data.about && !view) this.view.frame(data.places.filter((place) => data.about.includes(place.code)));
    this.tooltip = new Tooltip(this.parts.window_);
    this.#drawLand();
    this.ways = new Ways(this.parts.ways, data.ways, this.placeOf);
    this.sites = new Sites(this.parts.sites, data.sites);
    this.labels = new Labels(this.parts.labels, data.places);
    this.stops = new Stops(this.parts.stops);
    this.#listen();
    this.#paint();
    this.observer = new ResizeObserver(() => this.onPaper || this.resize());
    this.observer.observe(this.parts.window_);
    this.resize(width);
  }

  close() {
    this.ending.abort();
    this.observer.disconnect();
    clearTimeout(this.hintTimer);
  }

  // Python's side of the conversation: what is chosen outside of the map.
  choose(chosen) {
    const before = this.chosen;
    this.chosen = { ...before, ...chosen };
    if (Object.keys(this.chosen).every((key) => this.chosen[key] === before[key])) return;
    const place = this.placeOf.get(this.chosen.selected);
    if (place && this.chosen.selected !== before.selected) this.view.reveal(place.x, place.y);
    if (this.chosen.layer !== before.layer) this.say(this.layer.title);
    this.#paint();
    this.draw();
  }

  get layer() {
    return this.data.layers.find((layer) => layer.id === this.chosen.layer) ?? this.data.layers[0];
  }

  #drawLand() {
    const { cells, grounds, lines, marks, names } = this.parts;
    this.cells = new Map();
    this.grounds = new Map();
    for (const place of this.data.places) {
      const cell = svg("path", { class: "cell", d: place.path, role: "option", "data-code": place.code, tabindex: -1 }, cells);
      this.cells.set(place.code, cell);
      this.grounds.set(place.code, svg("path", { class: "texture", d: place.path }, grounds));
    }
    for (const borough of this.data.boroughs) svg("path", { class: "borough", d: borough }, lines);
    if (this.data.river) {
      svg("path", { class: "river-bank", d: this.data.river.path }, lines);
      svg("path", { class: "river", d: this.data.river.path }, lines);
      this.riverName = new RiverName(names, this.data.river);
    }
    this.selectedBack = svg("path", { class: "selected-back" }, marks);
    this.selectedLine = svg("path", { class: "selected-line" }, marks);
    this.focusLine = svg("path", { class: "focus-line" }, marks);
  }

  // Fit the map to its window, or to a width that is told.
  resize(width = this.parts.window_.clientWidth) {
    const { window_, canvas } = this.parts;
    if (!width) return;
    const height = Math.round(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, width * SHAPE)));
    if (this.view.window.width === width && this.view.window.height === height && this.drawn) return;
    window_.style.aspectRatio = `${width} / ${height}`;
    canvas.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.view.resize(width, height);
    this.draw();
  }

  // Colours, names for the ear, legend: what changes with the layer or the choice, not with the zoom.
  #paint() {
    const { layer } = this;
    const { legend, textures } = this.parts;
    const counts = { blank: 0 };
    const first = this.focused ?? this.chosen.selected ?? this.data.places[0]?.code;
    this.root.dataset.kind = layer.kind ?? "";
    for (const place of this.data.places) {
      const cell = this.cells.get(place.code);
      const value = layer.values[place.code];
      const entry = layer.classes[value?.level];
      cell.style.fill = entry ? entry.colour : "url(#hatch)";
      cell.classList.toggle("pale", entry?.pale ?? true);
      this.grounds.get(place.code).style.fill = entry ? textures.fill(layer, value.level) : "none";
      const level = entry ? value.level : "blank";
      counts[level] = (counts[level] ?? 0) + 1;
      cell.setAttribute("aria-label", this.#spokenName(place));
      cell.setAttribute("aria-selected", String(place.code === this.chosen.selected));
      cell.setAttribute("tabindex", place.code === first ? 0 : -1);
    }
    drawLegend(legend, layer, this.data.texts, counts, textures);
  }

  #spokenName(place) {
    return `${place.name}: ${this.layer.title} ${this.#written(place)}${place.note ? `, ${place.note}` : ""}`;
  }

  #written(place) {
    const value = this.layer.values[place.code];
    return value?.text || this.layer.classes[value?.level]?.label || this.layer.blank;
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
    const { view, chosen, parts } = this;
    this.drawn = true;
    this.viewed({ zoom: view.zoom, centre: view.centre });
    parts.land.setAttribute("transform", view.transform);
    parts.textures.show(view);
    const river = this.riverName ? [this.riverName.show(view, this.letter)] : [];
    for (const line of [this.selectedBack, this.selectedLine]) line.setAttribute("d", this.placeOf.get(chosen.selected)?.path ?? "");
    this.focusLine.setAttribute("d", (this.keyboard && this.placeOf.get(this.focused)?.path) || "");
    const opened = this.within ?? chosen.selected;
    this.ways.show(view, opened, chosen.ways);
    const dots = this.sites.show(view, chosen.sites);
    this.labels.show(view, {
      layer: this.layer,
      selected: chosen.selected,
      focused: this.keyboard ? this.focused : null,
      family: this.family,
      letter: this.letter,
      taken: [...this.#corners(), ...river],
      dots,
    });
    this.stops.show(this, this.placeOf.get(opened));
    drawScaleBar(parts.scale, view, this.data.frame.metresPerUnit);
    drawSigns(parts.legend, this.data.texts, chosen, this);
    // Not disabled: the focus would be lost with it.
    parts.zoomIn.setAttribute("aria-disabled", view.closest);
    parts.zoomOut.setAttribute("aria-disabled", view.whole);
    parts.zoomReset.setAttribute("aria-disabled", view.whole);
  }

  // Draw once before the browser shows the next picture, however many events come until then.
  drawSoon() {
    this.waiting ??= requestAnimationFrame(() => {
      this.waiting = null;
      if (!this.ending.signal.aborted) this.draw();
    });
  }

  // Where buttons and scale bar lie, labels do not go.
  #corners() {
    const { width, height } = this.view.window;
    return [
      { left: width - 58, right: width, top: 0, bottom: 140 },
      { left: 0, right: 170, top: height - 20 - 26 * this.letter, bottom: height },
    ];
  }

  zoom(steps) {
    if (steps) this.view.zoomAround(STEP ** steps, this.placeOf.get(this.keyboard ? this.focused : this.chosen.selected));
    else this.view.reset();
    this.tooltip.hide();
    this.draw();
    this.say(`${this.data.texts.zoom} ${Math.round(100 * this.view.zoom)} %`);
  }

  toggle(code) {
    const selected = code === this.chosen.selected ? null : code;
    this.choose({ selected });
    this.pick(selected);
    const place = this.placeOf.get(selected);
    this.say(place ? this.#sentence(place) : this.data.texts.nothingChosen);
  }

  #sentence(place) {
    const facts = place.facts.map(([name, value]) => `${name} ${value}`).join(", ");
    return `${this.data.texts.chosen}: ${this.#spokenName(place)}. ${facts}.`;
  }

  say(text) {
    this.parts.spoken.textContent = text;
  }

  focus(code) {
    this.focused = code;
    for (const [other, cell] of this.cells) cell.setAttribute("tabindex", other === code ? 0 : -1);
    this.cells.get(code).focus({ preventScroll: true });
  }

  // Go to the first site or way of a place.
  enter(place) {
    this.within = place.code;
    this.draw();
    const { items } = this.stops;
    const ways = items.filter((item) => item.way).length;
    this.say(`${this.data.texts.siteCount}: ${items.length - ways}, ${this.data.texts.wayCount}: ${ways}`);
    this.stops.focus(items[0]);
  }

  // The map may live in a shadow tree, where the document only knows the host.
  get active() {
    return this.parts.window_.getRootNode().activeElement;
  }

  describe(place, x, y) {
    const subtitle = [place.borough, place.note].filter(Boolean).join(" · ");
    const { title } = this.layer;
    const said = place.facts.some(([name]) => name === title);
    const facts = said ? place.facts : [[title, this.#written(place)], ...place.facts];
    this.tooltip.show(x, y, { title: place.name, subtitle, facts }, this.view.window);
  }

  hint(text) {
    const { hint } = this.parts;
    hint.textContent = text;
    hint.hidden = false;
    clearTimeout(this.hintTimer);
    this.hintTimer = setTimeout(() => (hint.hidden = true), HINT_MS);
  }

  #listen() {
    const { signal } = this.ending;
    const { zoomIn, zoomOut, zoomReset } = this.parts;
    for (const [button, steps] of [[zoomIn, 1], [zoomOut, -1], [zoomReset, 0]]) {
      button.addEventListener("click", () => this.zoom(steps), { signal });
    }
    watchPointer(this, signal);
    watchKeys(this, signal);
    watchPaper(this, signal);
  }
}
