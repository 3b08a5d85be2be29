// Pointer, wheel and fingers. The page keeps its own scrolling: the wheel zooms with Ctrl, or once the map has been
// entered; one finger scrolls the page, two fingers move the map.

const CLICK = 4;

export function listen(window_, view, { moved, hint, entered, signal }) {
  const at = (x, y) => {
    const frame = window_.getBoundingClientRect();
    return { x: x - frame.left, y: y - frame.top };
  };
  const on = (name, action, options = {}) => window_.addEventListener(name, action, { signal, ...options });

  on("wheel", (event) => wheel(event, view, { moved, hint, entered, at }), { passive: false });
  on("dblclick", (event) => {
    if (event.target.closest("button")) return;
    const { x, y } = at(event.clientX, event.clientY);
    view.zoomAt(event.shiftKey ? 0.5 : 2, x, y);
    moved();
  });
  drag(on, window_, view, moved);
  pinch(on, view, { moved, hint, at });
}

function wheel(event, view, { moved, hint, entered, at }) {
  if (!event.ctrlKey && !entered()) return hint("wheel");
  event.preventDefault();
  const { x, y } = at(event.clientX, event.clientY);
  // A mouse wheel tells lines in some browsers, a touchpad's pinch small numbers of pixels.
  const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : 1);
  view.zoomAt(Math.exp(-Math.max(-400, Math.min(400, pixels)) * (Math.abs(pixels) < 40 ? 0.01 : 0.0016)), x, y);
  moved();
}

function drag(on, window_, view, moved) {
  let start = null;
  let dragged = false;
  on("pointerdown", (event) => {
    dragged = false;
    if (event.button === 0 && event.pointerType !== "touch") start = { x: event.clientX, y: event.clientY };
  });
  on("pointermove", (event) => {
    if (!start || !(event.buttons & 1)) return;
    const dx = event.clientX - start.x;
    const dy = event.clientY - start.y;
    if (!dragged && Math.hypot(dx, dy) < CLICK) return;
    if (!dragged) window_.setPointerCapture(event.pointerId);
    dragged = true;
    start = { x: event.clientX, y: event.clientY };
    view.panBy(dx, dy);
    moved();
  });
  for (const end of ["pointerup", "pointercancel"]) on(end, () => (start = null));

  // A drag ends in a click as well; it must not choose the place under it.
  on(
    "click",
    (event) => {
      if (dragged) event.stopPropagation();
      dragged = false;
    },
    { capture: true },
  );
}

function pinch(on, view, { moved, hint, at }) {
  let before = null;
  const look = ({ touches: [one, other] }) => ({
    ...at((one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2),
    apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1,
  });
  on("touchstart", (event) => (before = event.touches.length === 2 ? look(event) : null), { passive: true });
  on(
    "touchmove",
    (event) => {
      if (event.touches.length === 1 && view.zoom > 1) hint("fingers");
      if (event.touches.length !== 2 || !before) return;
      event.preventDefault();
      const now = look(event);
      view.panBy(now.x - before.x, now.y - before.y);
      view.zoomAt(now.apart / before.apart, now.x, now.y);
      before = now;
      moved();
    },
    { passive: false },
  );
  for (const end of ["touchend", "touchcancel"]) on(end, () => (before = null));
}
