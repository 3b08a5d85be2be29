// What a class is told by beside its colour: a texture. Categories always have one; scales have one for whoever asks for
// more contrast, for a page of few colours and for paper without colour.

import { svg } from "./svg.js";

const LINES = {
  rising: (size) => `M-1 ${size + 1}L${size + 1} -1M-1 1L1 -1M${size - 1} ${size + 1}L${size + 1} ${size - 1}`,
  falling: (size) => `M-1 -1L${size + 1} ${size + 1}M-1 ${size - 1}L1 ${size + 1}M${size - 1} -1L${size + 1} 1`,
  level: (size) => `M0 ${size / 2}H${size}`,
  upright: (size) => `M${size / 2} 0V${size}`,
  crossed: (size) => `M0 ${size / 2}H${size}M${size / 2} 0V${size}`,
};

const CATEGORIES = [null, ["rising", 8], ["dots", 7], ["falling", 8], ["level", 6], ["upright", 6], ["crossed", 8], ["dots", 4.5]];

// Below the middle of a scale lines, above it dots; the farther off, the denser. On the darkest classes marks are white
// and therefore few: else they would look lighter than the class before.
const SCALES = {
  diverging: [["rising", 6], ["rising", 10], null, ["dots", 9], ["dots", 6]],
  sequential: [null, ["dots", 10], ["dots", 7], ["dots", 5], ["crossed", 9]],
};

export class Textures {
  constructor(canvas) {
    this.definitions = svg("defs", {}, canvas);
    this.made = new Map();
    for (const where of ["", "swatch-"]) this.#hatch(where);
  }

  // What fills a class of a layer; "none" for the plain one. On the land patterns are turned and sized by show, those
  // whose name begins otherwise, such as the legend's, stay as they are.
  fill(layer, level, where = "") {
    const list = layer.kind === "categories" ? CATEGORIES : (SCALES[layer.kind] ?? []);
    const texture = list[level % list.length];
    if (!texture) return "none";
    const dark = layer.classes[level].ink === "dark";
    return this.#pattern(texture, dark, where);
  }

  // Patterns keep their size on the screen however near the city is.
  show(view) {
    const size = (1 / view.scale).toPrecision(6);
    for (const [id, { pattern, turn }] of this.made) {
      pattern.setAttribute("patternTransform", id.startsWith("swatch-") ? turn : `scale(${size})${turn}`);
    }
  }

  #pattern([name, size], dark, where) {
    const id = `${where}texture-${name}-${String(size).replace(".", "-")}-${dark ? "dark" : "light"}`;
    if (!this.made.has(id)) {
      const pattern = svg("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" }, this.definitions);
      const mark = dark ? "texture-dark" : "texture-light";
      if (name === "dots") svg("circle", { class: `${mark} dot`, cx: size / 2, cy: size / 2, r: size < 5 ? 1 : 1.3 }, pattern);
      else svg("path", { class: mark, d: LINES[name](size) }, pattern);
      this.made.set(id, { pattern, turn: "" });
    }
    return `url(#${id})`;
  }

  // Diagonal lines for places without a value, so that "no value" is not read as a colour of the scale.
  #hatch(where) {
    const pattern = svg("pattern", { id: `${where}hatch`, width: 6, height: 6, patternUnits: "userSpaceOnUse" }, this.definitions);
    svg("rect", { width: 6, height: 6, class: "hatch-ground" }, pattern);
    svg("rect", { width: 1.4, height: 6, class: "hatch-line" }, pattern);
    this.made.set(`${where}hatch`, { pattern, turn: "rotate(45)" });
  }
}
