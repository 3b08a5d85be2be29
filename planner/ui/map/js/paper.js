// On paper the whole window of the map is drawn anew for the width of a page, so that letters keep their size.

const PAGE = 660;

export function watchPaper(map, signal) {
  const narrower = () => Math.min(PAGE, map.parts.window_.clientWidth || PAGE);
  addEventListener("beforeprint", () => map.resize(narrower()), { signal });
  addEventListener("afterprint", () => map.resize(), { signal });
}
