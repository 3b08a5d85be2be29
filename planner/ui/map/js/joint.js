// Maps of one group show the same part of the city: whichever is moved takes the others along.

const EVENT = "planner-map-view";

export function joinViews(map, group) {
  const seen = (event) => {
    if (event.detail.group === group && event.detail.map !== map) map.look(event.detail.view);
  };
  document.addEventListener(EVENT, seen);
  const before = globalThis.plannerMapView?.[group];
  if (before) map.look(before);
  map.viewed = (view) => {
    const last = globalThis.plannerMapView?.[group];
    // What was only taken over is not told again.
    if (last && last.zoom === view.zoom && last.centre.x === view.centre.x && last.centre.y === view.centre.y) return;
    globalThis.plannerMapView = { ...globalThis.plannerMapView, [group]: view };
    document.dispatchEvent(new CustomEvent(EVENT, { detail: { group, map, view } }));
  };
  return () => {
    map.viewed = () => {};
    document.removeEventListener(EVENT, seen);
  };
}
