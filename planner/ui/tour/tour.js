// The tour: cards beside the parts of the page. Nothing is covered or locked: whoever likes works on meanwhile.

const GAP = 12;
const PATIENCE_MS = 10_000;
const LOOK_MS = 100;
const TAB_MS = 2_000;

const tours = new WeakMap();
// How often a tour was asked for is counted by the session, which outlives the page; so does this.
let begun = 0;

// A browser may refuse to keep anything; then the invitation simply comes again.
const memory = {
  key: (page) => `planner.tour.${page}`,
  seen(page) {
    try {
      return localStorage.getItem(this.key(page)) !== null;
    } catch {
      return false;
    }
  },
  keep(page) {
    try {
      localStorage.setItem(this.key(page), "seen");
    } catch {
      // See above.
    }
  },
};

const visible = (node) => node.getClientRects().length > 0;
const find = (selector) => [...document.querySelectorAll(selector)].find(visible);

const findTab = (title) =>
  [...document.querySelectorAll("[role=tab]")].find((one) => visible(one) && one.textContent.trim() === title);

// Beside the part if there is room on one of its sides, else in the corner.
function spot(card, part) {
  const room = { right: innerWidth - card.offsetWidth - GAP, bottom: innerHeight - card.offsetHeight - GAP };
  const corner = { left: Math.max(0, room.right), top: Math.max(0, room.bottom) };
  if (!part) return corner;
  const left = Math.max(GAP, Math.min(part.left, room.right));
  const top = Math.max(GAP, Math.min(part.top, room.bottom));
  const spots = [
    { left, top: part.bottom + GAP },
    { left, top: part.top - GAP - card.offsetHeight },
    { left: part.right + GAP, top },
    { left: part.left - GAP - card.offsetWidth, top },
  ];
  const fits = (one) => one.left >= GAP && one.top >= GAP && one.left <= room.right && one.top <= room.bottom;
  return spots.find(fits) ?? corner;
}

class Tour {
  constructor(root) {
    this.root = root;
    this.at = -1;
    const part = (name) => root.querySelector(`.${name}`);
    this.invitation = part("invitation");
    this.ring = part("ring");
    this.card = part("card");
    this.title = root.querySelector("h2");
    this.text = root.querySelector("#tour-text");
    this.count = part("count");
    this.buttons = Object.fromEntries(["start", "later", "skip", "back", "next"].map((name) => [name, part(name)]));
    this.buttons.start.onclick = () => this.go(0);
    this.buttons.later.onclick = () => this.end();
    this.buttons.skip.onclick = () => this.end();
    this.buttons.back.onclick = () => this.go(this.at - 1);
    this.buttons.next.onclick = () => this.go(this.at + 1);
    this.card.onkeydown = (event) => this.#key(event);
  }

  update(data) {
    this.data = data;
    const { texts } = data;
    this.invitation.setAttribute("aria-label", texts.start);
    this.invitation.querySelector("p").textContent = texts.invitation;
    for (const name of ["start", "later", "skip", "back"]) this.buttons[name].textContent = texts[name];
    if (data.asked > begun) {
      begun = data.asked;
      this.go(0);
    } else if (this.at >= 0) {
      this.#write();
    } else {
      this.#invite(!memory.seen(data.page));
    }
  }

  go(at) {
    if (at >= this.data.steps.length) return this.end();
    if (this.at < 0) this.before = document.activeElement;
    this.at = Math.max(0, at);
    this.part = null;
    this.#invite(false);
    memory.keep(this.data.page);
    this.#write();
    if (!this.card.matches(":popover-open")) {
      // What is shown later lies above: the card above the ring.
      this.ring.showPopover();
      this.card.showPopover();
      this.#follow();
    }
    this.title.focus({ preventScroll: true });
    this.#seek(performance.now());
  }

  end() {
    memory.keep(this.data.page);
    this.#invite(false);
    if (this.at < 0) return;
    this.at = -1;
    for (const node of [this.ring, this.card]) if (node.matches(":popover-open")) node.hidePopover();
    if (this.before?.isConnected) this.before.focus({ preventScroll: true });
  }

  close() {
    this.at = -1;
  }

  // Without an invitation the element takes no room among the others of the page.
  #invite(shown) {
    this.invitation.hidden = !shown;
    const host = this.root.getRootNode().host ?? this.root;
    const place = host.closest("[data-testid=stElementContainer]");
    if (place) place.style.position = shown ? "" : "absolute";
  }

  #write() {
    const { steps, texts } = this.data;
    const last = this.at === steps.length - 1;
    this.title.textContent = steps[this.at].title;
    this.text.textContent = last ? `${steps[this.at].text} ${texts.again}` : steps[this.at].text;
    this.count.textContent = texts.count.replace("{n}", this.at + 1);
    this.buttons.back.hidden = this.at === 0;
    this.buttons.skip.hidden = last;
    this.buttons.next.textContent = last ? texts.done : texts.next;
  }

  // The part may only come with its tab, or once something has been computed; until then the tab stands for it.
  #seek(since) {
    const at = this.at;
    const step = this.data.steps[at];
    const tab = step.tab && findTab(step.tab);
    if (tab && tab.getAttribute("aria-selected") !== "true") tab.click();
    const look = () => {
      if (this.at !== at) return;
      const waited = performance.now() - since;
      const part = find(step.target) ?? (waited > TAB_MS && step.tab ? findTab(step.tab) : null);
      if (part && part !== this.part) {
        this.part = part;
        this.#reveal();
      }
      if (!find(step.target) && waited < PATIENCE_MS) setTimeout(look, LOOK_MS);
    };
    look();
  }

  #reveal() {
    const tall = this.part.getBoundingClientRect().height > innerHeight / 2;
    this.part.style.scrollMarginTop = "5rem";
    this.part.scrollIntoView({ block: tall ? "start" : "center", behavior: "instant" });
  }

  #follow() {
    if (this.at < 0) return;
    // A page drawn anew puts another node in the place of the part.
    if (this.part && !(this.part.isConnected && visible(this.part))) this.part = find(this.data.steps[this.at].target);
    const part = this.part?.getBoundingClientRect();
    if (!part) this.ring.style.visibility = "hidden";
    else {
      const left = Math.max(0, part.left - 6);
      const top = Math.max(0, part.top - 6);
      const right = Math.min(innerWidth, part.right + 6);
      const bottom = Math.min(innerHeight, part.bottom + 6);
      const seen = right > left && bottom > top;
      Object.assign(this.ring.style, {
        visibility: seen ? "" : "hidden",
        left: `${left}px`,
        top: `${top}px`,
        width: `${Math.max(0, right - left - 6)}px`,
        height: `${Math.max(0, bottom - top - 6)}px`,
      });
    }
    const { left, top } = spot(this.card, part);
    Object.assign(this.card.style, { left: `${left}px`, top: `${top}px` });
    requestAnimationFrame(() => this.#follow());
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      Escape: () => this.end(),
      ArrowRight: () => this.go(Math.min(this.at + 1, this.data.steps.length - 1)),
      ArrowLeft: () => this.go(this.at - 1),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
}

export default function ({ data, parentElement }) {
  const tour = tours.get(parentElement) ?? new Tour(parentElement.querySelector(".tour"));
  tours.set(parentElement, tour);
  tour.update(data);
  return () => {
    tour.close();
    tours.delete(parentElement);
  };
}
