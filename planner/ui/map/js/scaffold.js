// The empty map: everything that is there before anything is drawn, in the order in which it lies on top of each other.

import { html, svg } from "./svg.js";
import { Textures } from "./textures.js";

export function scaffold(root, data) {
  root.replaceChildren();
  const { texts } = data;
  const window_ = html("div", { class: "window" }, root);
  const canvas = svg("svg", { class: "canvas" }, window_);
  const textures = new Textures(canvas);

  const land = svg("g", { class: "land" }, canvas);
  const cells = svg("g", { class: "cells", role: "listbox", "aria-label": texts.places, "aria-describedby": "keys" }, land);
  const grounds = svg("g", { class: "textures", "aria-hidden": "true" }, land);
  const lines = svg("g", { class: "lines", "aria-hidden": "true" }, land);
  const marks = svg("g", { class: "marks", "aria-hidden": "true" }, land);
  const over = svg("g", { class: "over", "aria-hidden": "true" }, canvas);
  const parts = {
    window_,
    canvas,
    textures,
    land,
    cells,
    grounds,
    lines,
    marks,
    ways: svg("g", { class: "ways" }, over),
    names: svg("g", { class: "names" }, over),
    sites: svg("g", { class: "sites" }, over),
    labels: svg("g", { class: "labels" }, over),
    stops: svg("g", { class: "stops" }, canvas),
  };

  const buttons = html("div", { class: "buttons", role: "group", "aria-label": texts.zoom }, window_);
  parts.zoomIn = button(buttons, texts.zoomIn, "M4 10H16M10 4V16");
  parts.zoomOut = button(buttons, texts.zoomOut, "M4 10H16");
  parts.zoomReset = button(buttons, texts.zoomReset, "M3 8V3H8M12 3H17V8M17 12V17H12M8 17H3V12");

  parts.scale = html("div", { class: "scale", "aria-hidden": "true" }, window_);
  html("span", { class: "length" }, parts.scale);
  html("span", { class: "bar" }, parts.scale);
  parts.hint = html("div", { class: "hint", hidden: true, "aria-hidden": "true" }, window_);
  html("p", { class: "unseen", id: "keys" }, window_, texts.keys);
  html("p", { class: "unseen", id: "keys-inside" }, window_, texts.keysInside);
  parts.spoken = html("p", { class: "unseen", "aria-live": "polite" }, window_);

  parts.legend = html("div", { class: "legend" }, root);
  const source = html("p", { class: "source" }, root);
  html("span", {}, source, data.source.join(" · "));
  return parts;
}

// Drawn signs: not every computer has the letters for them.
function button(parent, name, sign) {
  const made = html("button", { type: "button", "aria-label": name, title: name }, parent);
  svg("path", { d: sign }, svg("svg", { viewBox: "0 0 20 20", width: 18, height: 18, "aria-hidden": "true" }, made));
  return made;
}
