"""Somebody without a mouse: goes from field to field, and must always see where they are."""

from tests.ui.browsing import settled

HERE = """target => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at === target || target.contains(at);
}"""
"""Returns whether the focus is on an element, or within it."""

SEEN = """async () => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const look = (node) => {
    const style = getComputedStyle(node);
    return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor, style.backgroundColor].join();
  };
  const chain = [];
  for (let node = at; node && chain.length < 6; node = node.parentElement) chain.push(node);
  // What hides the field that is drawn, as with a radio button, shows the focus on what stands beside it.
  const near = [...chain, ...(at.parentElement ? at.parentElement.children : [])];
  const drawn = () => new Promise((done) => setTimeout(done, 80));
  await drawn();
  const focused = near.map(look);
  at.blur();
  await drawn();
  const without = near.map(look);
  at.focus({ preventScroll: true, focusVisible: true });
  const box = at.getBoundingClientRect();
  return {
    name: at.getAttribute("aria-label") || at.textContent.trim().slice(0, 60) || at.tagName,
    marked: focused.some((value, number) => value !== without[number]),
    inside: box.bottom > 0 && box.top < innerHeight,
  };
}"""
"""Returns what has the focus, whether that can be told by looking, and whether it is in the window."""


class Keyboard:
    """Keys, and nothing but keys."""

    MOST = 120

    def __init__(self, tab):
        self.tab = tab

    def press(self, key):
        """Press one key."""
        self.tab.keyboard.press(key)

    def choose(self, group, wanted):
        """Go to a group of which one is chosen, and with the arrows to the one that is meant."""
        self.to(group)
        for _ in range(group.get_by_role("radio").count()):
            if wanted.evaluate(HERE):
                break
            self.press("ArrowRight")
            settled(self.tab)
        self.to(wanted)
        if not wanted.is_checked():
            self.press("Space")
        settled(self.tab)

    def to(self, wanted):
        """Go on with Tab until something has the focus; say so if it cannot be reached or not be seen."""
        wanted.wait_for()
        target = wanted.element_handle()
        for _ in range(self.MOST):
            if target.evaluate(HERE):
                break
            self.press("Tab")
        else:
            raise AssertionError(f"not to be reached by Tab: {wanted}")
        seen = self.tab.evaluate(SEEN)
        assert seen["marked"], f"no sign of the focus on {seen['name']}"
        assert seen["inside"], f"the focus is out of sight on {seen['name']}"
