// What colours, textures, circles and ribbons mean, and how long a kilometre is.

import { ribbon, TENTHS } from "./ribbon.js";
import { html, svg } from "./svg.js";

export function drawLegend(root, layer, texts, counts, textures) {
  const kept = root.querySelector(".signs");
  root.replaceChildren();
  const colours = html("div", { class: "group" }, root);
  html("strong", {}, colours, layer.title);
  html("small", {}, colours, texts.counts);
  const list = html("ul", {}, colours);
  layer.classes.forEach((entry, level) => {
    // A category that does not occur says nothing; a step of a scale does.
    if (layer.kind === "categories" && !counts[level]) return;
    item(list, entry.colour, textures.fill(layer, level, SWATCH), `${entry.label} (${counts[level] ?? 0})`);
  });
  if (counts.blank) item(list, `url(#${SWATCH}hatch)`, "none", `${layer.blank} (${counts.blank})`);
  root.append(kept ?? html("ul", { class: "group signs" }));
}

const SWATCH = "swatch-";

function item(list, colour, texture, text) {
  const entry = html("li", {}, list);
  const swatch = svg("svg", { class: "swatch", width: 22, height: 15, "aria-hidden": "true" }, entry);
  svg("rect", { width: 22, height: 15, fill: colour }, swatch);
  svg("rect", { class: "texture", width: 22, height: 15, fill: texture }, swatch);
  html("span", {}, entry, text);
}

const SAMPLES = [1, 4];
const DIGIT = 7;
const HIGH = 22;

// Circles and ribbons as large as on the map, with the number they stand for.
export function drawSigns(root, texts, shown, { sites, ways, letter }) {
  const signs = root.querySelector(".signs");
  signs.replaceChildren();
  if (shown.sites && sites.sites.length) {
    const counts = samples(sites.sites.map((site) => site.posts));
    const high = Math.max(HIGH, Math.ceil(2 * sites.radius(counts.at(-1)) + 2));
    const widths = counts.map((posts) => 2 * sites.radius(posts) + 6 + DIGIT * letter * String(posts).length);
    const mark = sign(signs, texts.sites, sum(widths) + 6 * (counts.length - 1), high);
    let x = 0;
    counts.forEach((posts, index) => {
      const radius = sites.radius(posts);
      svg("circle", { class: "site", cx: x + radius + 1, cy: high / 2, r: radius }, mark);
      svg("text", { class: "digit", x: x + 2 * radius + 4, y: high / 2 + 4 * letter }, mark).textContent = posts;
      x += widths[index] + 6;
    });
    if (sites.sites.some((site) => site.planned)) {
      const radius = sites.radius(2);
      const hollow = sign(signs, texts.plannedSites, 2 * radius + 4);
      svg("circle", { class: "site planned", cx: radius + 2, cy: HIGH / 2, r: radius }, hollow);
    }
  }
  if (shown.ways === "none" || !ways.ways.length) return;
  if (shown.ways === "all") way(signs, texts.ways, "", ways);
  for (const [kind, text] of [["coming", texts.waysHere], ["leaving", texts.waysAway]]) {
    if (ways.some.querySelector(`.${kind}`)) way(signs, text, kind, ways);
  }
}

function way(signs, text, kind, ways) {
  const mark = sign(signs, text, 44);
  const width = kind ? 6 : Math.max(3, Math.min(12, 4 * ways.perPerson));
  const crossings = [{ x: 1, y: HIGH / 2 }, { x: 43, y: HIGH / 2 }];
  const group = svg("g", { class: kind ? "chosen-ways" : "all-ways", transform: TENTHS }, mark);
  svg("path", { class: `way ${kind}`, d: ribbon(crossings, [0, -2.6], width) }, group);
}

// A small and a large number of those that occur.
function samples(numbers) {
  const most = Math.max(...numbers);
  const few = SAMPLES.filter((count) => count <= most);
  return most > 8 ? [1, 10 * Math.round(most / 10) || most].filter((count, index, all) => all.indexOf(count) === index) : few;
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

function sign(list, text, width, height = HIGH) {
  const entry = html("li", {}, list);
  const mark = svg("svg", { width: Math.ceil(width), height, "aria-hidden": "true" }, entry);
  html("span", {}, entry, text);
  return mark;
}

const LENGTHS = [100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000];

// The longest round length that takes at most a fifth of the window.
export function drawScaleBar(root, view, metresPerUnit) {
  const pixelsPerMetre = view.scale / metresPerUnit;
  const most = Math.max(60, view.window.width / 5);
  const metres = LENGTHS.filter((length) => length * pixelsPerMetre <= most).pop() ?? LENGTHS[0];
  root.querySelector(".bar").style.width = `${(metres * pixelsPerMetre).toFixed(1)}px`;
  root.querySelector(".length").textContent = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
}
