// Sites as circles: area by posts, hollow while no host stands behind them.

import { svg } from "./svg.js";

// In a small window the circles shrink with the city, so that they do not cover it.
const ROOMY_WINDOW = 640;
const LEAST = 0.6;

export const siteRadius = (posts) => 2.2 + 1.7 * Math.sqrt(posts);

export class Sites {
  constructor(layer, sites) {
    this.sites = sites;
    this.marks = sites.map((site) =>
      svg("circle", { class: site.planned ? "site planned" : "site", "data-site": site.id, "data-code": site.place }, layer),
    );
  }

  // Returns the boxes in the window that the circles fill, for labels to keep off.
  show(view, shown) {
    const size = Math.min(1, Math.max(LEAST, view.window.width / ROOMY_WINDOW));
    return this.sites.flatMap((site, index) => {
      const mark = this.marks[index];
      mark.style.display = shown ? "" : "none";
      const at = view.toWindow(site.x, site.y);
      const radius = siteRadius(site.posts) * size;
      mark.setAttribute("cx", at.x.toFixed(1));
      mark.setAttribute("cy", at.y.toFixed(1));
      mark.setAttribute("r", radius.toFixed(1));
      return shown ? [{ left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius }] : [];
    });
  }

  byId(id) {
    return this.sites.find((site) => site.id === id);
  }
}
