// The empty map: everything that is there before anything is drawn, in the order in which it lies on top of each other.

import { html, svg } from "./svg.js";

export function scaffold(root, data) {
  root.replaceChildren();
  const { texts } = data;
  const window_ = html("div", { class: "window" }, root);
  const canvas = svg("svg", { class: "canvas" }, window_);
  hatch(canvas);

  const land = svg("g", { class: "land" }, canvas);
  const cells = svg("g", { class: "cells", role: "listbox", "aria-label": texts.places, "aria-describedby": "keys" }, land);
  const lines = svg("g", { class: "lines", "aria-hidden": "true" }, land);
  const over = svg("g", { class: "over", "aria-hidden": "true" }, canvas);
  const parts = {
    window_,
    canvas,
    land,
    cells,
    lines,
    marks: svg("g", { class: "marks", "aria-hidden": "true" }, land),
    ways: svg("g", { class: "ways" }, over),
    sites: svg("g", { class: "sites" }, over),
    labels: svg("g", { class: "labels" }, over),
  };

  const buttons = html("div", { class: "buttons", role: "group", "aria-label": texts.zoom }, window_);
  parts.zoomIn = button(buttons, "+", texts.zoomIn);
  parts.zoomOut = button(buttons, "−", texts.zoomOut);
  parts.zoomReset = button(buttons, "⤢", texts.zoomReset);

  parts.scale = html("div", { class: "scale", "aria-hidden": "true" }, window_);
  html("span", { class: "length" }, parts.scale);
  html("span", { class: "bar" }, parts.scale);
  parts.hint = html("div", { class: "hint", hidden: true, "aria-hidden": "true" }, window_);
  html("p", { class: "unseen", id: "keys" }, window_, texts.keys);
  parts.spoken = html("p", { class: "unseen", "aria-live": "polite" }, window_);

  parts.legend = html("div", { class: "legend" }, root);
  const source = html("p", { class: "source" }, root);
  html("span", {}, source, data.source.join(" · "));
  return parts;
}

function button(parent, sign, name) {
  return html("button", { type: "button", "aria-label": name, title: name }, parent, sign);
}

// Diagonal lines for places without a value, so that "no value" is not read as a colour of the scale.
function hatch(canvas) {
  const pattern = svg("pattern", { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, svg("defs", {}, canvas));
  svg("rect", { width: 6, height: 6, class: "hatch-ground" }, pattern);
  svg("rect", { width: 1.4, height: 6, class: "hatch-line" }, pattern);
  canvas.hatch = pattern;
}
