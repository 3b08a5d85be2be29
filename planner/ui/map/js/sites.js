// Sites as circles: area by posts, hollow while no host stands behind them.

import { svg } from "./svg.js";

export const siteRadius = (posts) => 2.2 + 1.7 * Math.sqrt(posts);

export class Sites {
  constructor(layer, sites) {
    this.sites = sites;
    this.marks = sites.map((site) =>
      svg("circle", { class: site.planned ? "site planned" : "site", "data-site": site.id, "data-code": site.place, r: siteRadius(site.posts) }, layer),
    );
  }

  show(view, shown) {
    this.sites.forEach((site, index) => {
      const mark = this.marks[index];
      mark.style.display = shown ? "" : "none";
      const at = view.toWindow(site.x, site.y);
      mark.setAttribute("cx", at.x.toFixed(1));
      mark.setAttribute("cy", at.y.toFixed(1));
    });
  }

  byId(id) {
    return this.sites.find((site) => site.id === id);
  }
}
