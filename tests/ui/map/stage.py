"""The map alone in a real Chromium: an empty page, the modules as they lie on disk, and a payload. No Streamlit."""

import json
import random
from math import dist, exp
from pathlib import Path

from planner.ui.map import bundle

HERE = "http://map.test"
"""Answered by the test itself; nothing leaves the browser."""

JS = Path(bundle.__file__).parent / "js"

MOUNT = """async ([data, chosen]) => {
  const { CityMap } = await import("/map.js");
  window.map?.close();
  window.picks = [];
  window.map = new CityMap(document.querySelector(".city-map"), data, null, chosen);
  window.map.pick = (code) => window.picks.push(code);
}"""


class Stage:
    """A page with one map."""

    def __init__(self, tab):
        self.tab = tab
        self.complaints = []
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        head = "<!doctype html><html lang=de><title>Karte</title><meta charset=utf-8><link rel=icon href=data:,>"
        look = f"<style>body {{ margin: 12px; font-family: sans-serif; }}{bundle.style()}</style>"
        page = (
            f"{head}{look}<main><h1>Karte</h1><button id=start>Davor</button><section class=city-map></section></main>"
        )

        def answer(route):
            name = route.request.url.removeprefix(f"{HERE}/")
            if name:
                route.fulfill(body=(JS / name).read_text(encoding="utf-8"), content_type="text/javascript")
            else:
                route.fulfill(body=page, content_type="text/html; charset=utf-8")

        tab.route(f"{HERE}/**", answer)
        tab.goto(HERE)

    def mount(self, payload, **chosen):
        """Draw a map in place of the one before."""
        self.tab.evaluate(MOUNT, [payload, chosen])
        return self

    def run(self, script, argument=None):
        """Run a script in the page; ``map`` is the map."""
        return self.tab.evaluate(script, argument)

    def use(self, module, call, argument=None):
        """Call a function of a module: ``call`` is an expression over ``m``, the module, and ``x``, the argument."""
        return self.tab.evaluate(f"async (x) => {{ const m = await import('/{module}.js'); return {call}; }}", argument)

    def frame(self):
        """Wait until what was asked for is drawn."""
        self.tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def cell(self, code):
        """Return a place on the map."""
        return self.tab.locator(f"path.cell[data-code='{code}']")

    def boxes(self, selector):
        """Return left, top, right, bottom of everything that is shown."""
        return self.tab.evaluate(
            """(selector) => [...document.querySelectorAll(selector)].map((node) => node.getBoundingClientRect())
              .filter((box) => box.width).map((box) => [box.left, box.top, box.right, box.bottom])""",
            selector,
        )

    @property
    def look(self):
        """What the window shows: zoom and centre."""
        return self.tab.evaluate("[map.view.zoom, map.view.centre.x, map.view.centre.y]")

    @property
    def spoken(self):
        """What was said last."""
        return self.tab.locator("[aria-live]").text_content()

    @property
    def focused(self):
        """The code of the place that has the focus."""
        return self.tab.evaluate("document.activeElement.dataset.code ?? null")


def crowded(payload, *, sites=300, ways=600, seed=1):
    """Return the payload with as many sites and ways as the largest case of a city has; near places see more ways.

    Every place has a value in the layer that is shown first.
    """
    chance = random.Random(seed)
    made = json.loads(json.dumps(payload))
    at = {place["code"]: (place["x"], place["y"]) for place in made["places"]}
    codes = list(at)
    found = {}
    while len(found) < ways:
        home = chance.choice(codes)
        near = [exp(-dist(at[home], at[code]) / 500) for code in codes]
        work = chance.choices(codes, near)[0]
        if work != home:
            found[home, work] = 1 + int(chance.expovariate(1.2))
    made["ways"] = [
        {"from": home, "to": work, "people": people, "minutes": "12–34"}
        for (home, work), people in sorted(found.items(), key=lambda one: (-one[1], one[0]))
    ]
    made["layers"][0]["values"] = {code: {"level": at % 5, "text": f"+{at % 5}"} for at, code in enumerate(codes)}
    example = made["sites"][0]
    made["sites"] = sorted(
        (
            {
                **example,
                "id": f"X{number}",
                "place": code,
                "planned": number % 9 == 0,
                "posts": 1 + int(chance.expovariate(0.5)),
                "x": at[code][0] + chance.randint(-60, 60),
                "y": at[code][1] + chance.randint(-60, 60),
            }
            for number, code in enumerate(chance.choices(codes, k=sites))
        ),
        key=lambda site: -site["posts"],
    )
    return {**made, "version": "crowded"}
