// What colours, circles and ribbons mean, and how long a kilometre is.

import { html, svg } from "./svg.js";
import { siteRadius } from "./sites.js";
import { ribbon, wayWidth } from "./ways.js";

export function drawLegend(root, layer, texts, counts, shown) {
  root.replaceChildren();
  const colours = html("div", { class: "group" }, root);
  html("strong", {}, colours, layer.title);
  const list = html("ul", {}, colours);
  layer.classes.forEach((entry, level) => {
    const item = html("li", {}, list);
    html("span", { class: "swatch", style: `background:${entry.colour}`, "aria-hidden": "true" }, item);
    html("span", {}, item, `${entry.label} (${counts[level] ?? 0})`);
  });
  if (counts.blank) {
    const item = html("li", {}, list);
    html("span", { class: "swatch blank", "aria-hidden": "true" }, item);
    html("span", {}, item, `${layer.blank} (${counts.blank})`);
  }
  const signs = html("ul", { class: "group signs" }, root);
  if (shown.sites) {
    sign(signs, texts.sites, 34, (mark) => {
      svg("circle", { class: "site", cx: 7, cy: 10, r: siteRadius(1) }, mark);
      svg("circle", { class: "site", cx: 23, cy: 10, r: siteRadius(4) }, mark);
    });
    sign(signs, texts.plannedSites, 18, (mark) => svg("circle", { class: "site planned", cx: 9, cy: 10, r: siteRadius(2) }, mark));
  }
  if (shown.ways !== "none") {
    sign(signs, texts.ways, 44, (mark) => svg("path", { class: "way touched", d: ribbon({ x: 1, y: 13 }, { x: 43, y: 13 }, wayWidth(4)) }, mark));
  }
}

function sign(list, text, width, draw) {
  const item = html("li", {}, list);
  draw(svg("svg", { width, height: 20, "aria-hidden": "true" }, item));
  html("span", {}, item, text);
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
