// Pointer and wheel. The page keeps its own scrolling: the wheel zooms with Ctrl, or once the map has been entered.

const CLICK = 4;

export function listen(window_, view, { moved, hint, entered, signal }) {
  let start = null;
  let dragged = false;

  window_.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !entered()) {
        hint();
        return;
      }
      event.preventDefault();
      const frame = window_.getBoundingClientRect();
      view.zoomAt(Math.exp(-event.deltaY * 0.0016), event.clientX - frame.left, event.clientY - frame.top);
      moved();
    },
    { passive: false, signal },
  );

  window_.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      start = { x: event.clientX, y: event.clientY };
      dragged = false;
    },
    { signal },
  );

  window_.addEventListener(
    "pointermove",
    (event) => {
      if (!start || !(event.buttons & 1)) return;
      const dx = event.clientX - start.x;
      const dy = event.clientY - start.y;
      if (!dragged && Math.hypot(dx, dy) < CLICK) return;
      if (!dragged) window_.setPointerCapture(event.pointerId);
      dragged = true;
      start = { x: event.clientX, y: event.clientY };
      view.panBy(dx, dy);
      moved();
    },
    { signal },
  );

  window_.addEventListener("pointerup", () => (start = null), { signal });
  window_.addEventListener("pointercancel", () => (start = null), { signal });

  // A drag ends in a click as well; it must not choose the place under it.
  window_.addEventListener(
    "click",
    (event) => {
      if (dragged) event.stopPropagation();
      dragged = false;
    },
    { capture: true, signal },
  );
}
