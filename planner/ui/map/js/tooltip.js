// The card beside the pointer: what the table beside the map says about one place or one site.

import { html } from "./svg.js";

const AWAY = 14;

export class Tooltip {
  constructor(root) {
    this.card = html("div", { class: "tooltip", hidden: true, "aria-hidden": "true" }, root);
  }

  show(x, y, { title, subtitle, facts }, window_) {
    this.card.replaceChildren();
    html("strong", {}, this.card, title);
    if (subtitle) html("small", {}, this.card, subtitle);
    const list = html("dl", {}, this.card);
    for (const [name, value] of facts) {
      html("dt", {}, list, name);
      html("dd", {}, list, value);
    }
    this.card.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = this.card;
    const left = x + AWAY + width > window_.width ? x - AWAY - width : x + AWAY;
    const top = y + AWAY + height > window_.height ? y - AWAY - height : y + AWAY;
    this.card.style.left = `${Math.max(4, left)}px`;
    this.card.style.top = `${Math.max(4, Math.min(top, window_.height - height - 4))}px`;
  }

  hide() {
    this.card.hidden = true;
  }
}
