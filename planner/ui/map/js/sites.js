// Sites as circles: area by posts, hollow while no host stands behind them.

import { svg } from "./svg.js";

// All circles together take at most this share of the city, and none is smaller or larger than can be told apart.
const COVER = 0.03;
const SMALLEST = 1.1;
const LARGEST = 3.1;
const CLOSER = 0.35;

export class Sites {
  constructor(layer, sites) {
    this.layer = layer;
    this.sites = sites;
    this.posts = sites.reduce((sum, site) => sum + site.posts, 0);
    this.marks = sites.map((site) =>
      svg("circle", { class: site.planned ? "site planned" : "site", "data-site": site.id, "data-code": site.place }, layer),
    );
    this.state = "";
  }

  radius(posts) {
    return Math.max(1.4, this.one * Math.sqrt(posts));
  }

  // Returns the boxes in the window that the circles fill, for labels to keep off.
  show(view, shown) {
    this.layer.style.display = shown ? "" : "none";
    if (!shown) return [];
    const { origin, scale } = view;
    this.layer.setAttribute("transform", `translate(${origin.x.toFixed(1)} ${origin.y.toFixed(1)})`);
    const state = `${scale} ${view.window.width}`;
    if (state !== this.state) {
      this.state = state;
      const room = view.city.width * view.city.height * view.fit ** 2 * COVER;
      const fair = Math.sqrt(room / (Math.PI * Math.max(1, this.posts)));
      this.one = Math.min(LARGEST, Math.max(SMALLEST, fair)) * view.zoom ** CLOSER;
      this.radii = this.sites.map((site) => this.radius(site.posts));
      this.sites.forEach((site, index) => {
        const mark = this.marks[index];
        mark.setAttribute("cx", (site.x * scale).toFixed(1));
        mark.setAttribute("cy", (site.y * scale).toFixed(1));
        mark.setAttribute("r", this.radii[index].toFixed(2));
      });
    }
    return this.sites.map((site, index) => {
      const at = view.toWindow(site.x, site.y);
      const radius = this.radii[index];
      return { left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius };
    });
  }

  byId(id) {
    return this.sites.find((site) => site.id === id);
  }

  // The sites of a place, large ones first.
  of(code) {
    return this.sites.filter((site) => site.place === code);
  }
}

// What is said of a site, to the eye and to the ear.
export function siteCard({ name, host, place, facts }, placeOf) {
  return { title: name, subtitle: [host, placeOf.get(place)?.name].filter(Boolean).join(" · "), facts };
}
