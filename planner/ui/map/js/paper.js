// On paper the whole window of the map is drawn anew for the width of a page, so that letters keep their size.

const PAGE = 660;

export function watchPaper(map, signal) {
  const draw = (onPaper) => {
    const { clientWidth } = map.parts.window_;
    map.onPaper = onPaper;
    map.resize(onPaper ? Math.min(PAGE, clientWidth) : clientWidth);
  };
  addEventListener("beforeprint", () => draw(true), { signal });
  addEventListener("afterprint", () => draw(false), { signal });
}
