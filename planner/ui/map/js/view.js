// Which part of the city the window shows. City units are those of the payload, window units are CSS pixels.

const PADDING = 14;
const MOST = 14;
const AROUND = 1.6;

export class View {
  constructor(width, height) {
    this.city = { width, height };
    this.window = { width: 1, height: 1 };
    this.zoom = 1;
    this.centre = { x: width / 2, y: height / 2 };
  }

  resize(width, height) {
    this.window = { width, height };
  }

  // Pixels per city unit with the whole city in the window.
  get fit() {
    const { width, height } = this.window;
    return Math.min((width - 2 * PADDING) / this.city.width, (height - 2 * PADDING) / this.city.height);
  }

  get scale() {
    return this.fit * this.zoom;
  }

  get transform() {
    const { x, y } = this.origin;
    return `translate(${x} ${y}) scale(${this.scale})`;
  }

  get origin() {
    return {
      x: this.window.width / 2 - this.centre.x * this.scale,
      y: this.window.height / 2 - this.centre.y * this.scale,
    };
  }

  toWindow(x, y) {
    const origin = this.origin;
    return { x: origin.x + x * this.scale, y: origin.y + y * this.scale };
  }

  toCity(x, y) {
    const origin = this.origin;
    return { x: (x - origin.x) / this.scale, y: (y - origin.y) / this.scale };
  }

  // Zoom so that the point of the city under (x, y) of the window stays where it is.
  zoomAt(factor, x = this.window.width / 2, y = this.window.height / 2) {
    const next = Math.min(MOST, Math.max(1, this.zoom * factor));
    const before = this.scale;
    this.zoom = next;
    const pull = 1 / before - 1 / this.scale;
    this.centre = {
      x: this.centre.x + (x - this.window.width / 2) * pull,
      y: this.centre.y + (y - this.window.height / 2) * pull,
    };
    this.#keepInside();
  }

  // Zoom with a place coming to the middle, where there is one.
  zoomAround(factor, place) {
    if (place && factor > 1) this.centre = { x: place.x, y: place.y };
    this.zoomAt(factor);
  }

  panBy(dx, dy) {
    this.centre = { x: this.centre.x - dx / this.scale, y: this.centre.y - dy / this.scale };
    this.#keepInside();
  }

  // Move just as far as needed for a place to be seen.
  reveal(x, y, margin = 60) {
    const at = this.toWindow(x, y);
    const dx = Math.max(margin - at.x, 0) - Math.max(at.x - (this.window.width - margin), 0);
    const dy = Math.max(margin - at.y, 0) - Math.max(at.y - (this.window.height - margin), 0);
    if (this.zoom > 1 && (dx || dy)) this.panBy(dx, dy);
  }

  // Look at some places of the city, each with its width and height, and a little around them.
  frame(places) {
    if (!places.length) return;
    const edge = (of) => Math.max(...places.map(of));
    const [left, top] = [-edge((place) => place.width / 2 - place.x), -edge((place) => place.height / 2 - place.y)];
    const [right, bottom] = [edge((place) => place.x + place.width / 2), edge((place) => place.y + place.height / 2)];
    const near = Math.min(this.city.width / (right - left), this.city.height / (bottom - top)) / AROUND;
    this.zoom = Math.min(MOST, Math.max(1, near));
    this.centre = { x: (left + right) / 2, y: (top + bottom) / 2 };
    this.#keepInside();
  }

  get whole() {
    return this.zoom <= 1;
  }

  get closest() {
    return this.zoom >= MOST;
  }

  reset() {
    this.zoom = 1;
    this.#keepInside();
  }

  // The farther in, the freer: at zoom 1 the city stands still in the middle.
  #keepInside() {
    const free = 1 - 1 / this.zoom;
    const keep = (value, size) => Math.min(size * (0.5 + free / 2), Math.max(size * (0.5 - free / 2), value));
    this.centre = { x: keep(this.centre.x, this.city.width), y: keep(this.centre.y, this.city.height) };
  }
}
