// Ways from home to work, all people between two neighbourhoods in one ribbon: as wide as they are many, thin where they
// live and full where they work, so that no arrowhead is needed.

import { svg } from "./svg.js";

const BEND = 0.16;
const STEPS = 14;

export function ribbon(from, to, width) {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const normal = { x: -dy / length, y: dx / length };
  const control = { x: (from.x + to.x) / 2 + normal.x * length * BEND, y: (from.y + to.y) / 2 + normal.y * length * BEND };
  const left = [];
  const right = [];
  for (let step = 0; step <= STEPS; step += 1) {
    const t = step / STEPS;
    const x = (1 - t) ** 2 * from.x + 2 * t * (1 - t) * control.x + t ** 2 * to.x;
    const y = (1 - t) ** 2 * from.y + 2 * t * (1 - t) * control.y + t ** 2 * to.y;
    const tx = 2 * (1 - t) * (control.x - from.x) + 2 * t * (to.x - control.x);
    const ty = 2 * (1 - t) * (control.y - from.y) + 2 * t * (to.y - control.y);
    const size = Math.hypot(tx, ty) || 1;
    const half = (width * (0.2 + 0.8 * t)) / 2;
    left.push(`${(x - (ty / size) * half).toFixed(1)} ${(y + (tx / size) * half).toFixed(1)}`);
    right.push(`${(x + (ty / size) * half).toFixed(1)} ${(y - (tx / size) * half).toFixed(1)}`);
  }
  return `M${left.join("L")}L${right.reverse().join("L")}Z`;
}

export const wayWidth = (people) => 1 + 1.8 * Math.sqrt(people);

export class Ways {
  constructor(layer, ways, placeOf) {
    this.layer = layer;
    this.placeOf = placeOf;
    this.ways = ways.filter((way) => way.from !== way.to && placeOf.has(way.from) && placeOf.has(way.to));
    this.paths = this.ways.map(() => svg("path", { class: "way" }, layer));
  }

  show(view, selected, mode) {
    this.ways.forEach((way, index) => {
      const touched = way.from === selected || way.to === selected;
      const shown = mode === "all" || (mode === "selected" && touched);
      const path = this.paths[index];
      path.classList.toggle("touched", touched);
      path.classList.toggle("faint", Boolean(selected) && !touched);
      path.style.display = shown ? "" : "none";
      if (!shown) return;
      const from = this.placeOf.get(way.from);
      const to = this.placeOf.get(way.to);
      path.setAttribute("d", ribbon(view.toWindow(from.x, from.y), view.toWindow(to.x, to.y), wayWidth(way.people)));
    });
  }
}
