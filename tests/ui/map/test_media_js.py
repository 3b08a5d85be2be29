"""The map for eyes that need more, in the dark, and on paper."""

import io

import pytest
from pypdf import PdfReader

from tests.ui.browsing import barriers

pytestmark = pytest.mark.browser

SHOWN = "getComputedStyle(document.querySelector('.textures')).display !== 'none'"


@pytest.fixture
def seen_as(window, payload):
    """Return a function that shows the map as somebody's settings ask for it."""
    yield lambda **media: (window.tab.emulate_media(**media), window.mount(payload, layer="difference"))[1]
    window.tab.emulate_media(contrast="null", forced_colors="null", reduced_motion="null", media="null")


@pytest.mark.parametrize("media", [{"contrast": "more"}, {"forced_colors": "active"}])
def test_with_high_contrast_classes_have_textures(seen_as, media):
    """Each class of a scale but its middle has a texture of its own, and borders are black."""
    stage = seen_as(**media)
    assert stage.run(SHOWN)
    looks = stage.run(
        "[...document.querySelectorAll('.swatch .texture')].slice(0, 5).map((t) => t.getAttribute('fill'))"
    )
    assert len(set(looks)) == 5
    assert looks.count("none") == 1
    assert stage.run("getComputedStyle(document.querySelector('.cell')).stroke") == "rgb(0, 0, 0)"


def test_without_it_scales_are_colours_only(seen_as):
    """Who asked for nothing sees plain colours."""
    assert not seen_as().run(SHOWN)


def test_forced_colours_keep_the_meaning(seen_as):
    """The system takes over words and buttons; the colours of the map stay what the legend says."""
    stage = seen_as(forced_colors="active")
    fill = "getComputedStyle(document.querySelector('.cell[data-code=\"07\"]')).fill"
    forced = stage.run(fill)
    swatches = stage.run(
        "[...document.querySelectorAll('.swatch rect:first-child')].map((s) => getComputedStyle(s).fill)"
    )
    assert forced in swatches
    assert seen_as(forced_colors="none").run(fill) == forced
    assert barriers(stage.tab) == {}


def test_nothing_moves_where_nothing_shall_move(seen_as):
    """With reduced motion colours change at once."""
    moving = "getComputedStyle(document.querySelector('.cell')).transitionDuration"
    assert seen_as(reduced_motion="reduce").run(moving) == "0s"
    assert seen_as(reduced_motion="no-preference").run(moving) != "0s"


def test_who_reads_large_letters_gets_them_on_the_map_too(window, payload):
    """With letters twice as large, those of the map, its legend and its card are as well, and none touch each other."""
    height = "(what) => parseFloat(getComputedStyle(document.querySelector(what)).fontSize)"
    usual = [window.mount(payload).run(height, what) for what in ("text.label", ".legend", ".tooltip", ".source")]
    window.run("() => { document.documentElement.style.fontSize = '200%'; }")
    large = [window.mount(payload).run(height, what) for what in ("text.label", ".legend", ".tooltip", ".source")]
    labels = window.boxes("text.label")
    window.run("() => { document.documentElement.style.fontSize = ''; }")
    assert large == [2 * size for size in usual]
    assert len(labels) > 8
    for index, a in enumerate(labels):
        for b in labels[index + 1 :]:
            assert a[2] <= b[0] + 2 or b[2] <= a[0] + 2 or a[3] <= b[1] + 8 or b[3] <= a[1] + 8


def test_in_a_dark_theme_words_can_be_read(window, payload):
    """With the colours of a dark theme axe still finds nothing, and the city's colours stay."""
    dark = {"text-color": "#e8edf2", "background-color": "#0e1620", "secondary-background-color": "#18222e"}
    css = "background: #0e1620; color: #e8edf2;" + "".join(f"--st-{name}: {value};" for name, value in dark.items())
    window.run("(css) => { document.body.style.cssText = css; }", css)
    window.mount(payload, selected="61")
    found = barriers(window.tab)
    ground = window.run("getComputedStyle(document.querySelector('.window')).backgroundColor")
    window.run("() => { document.body.style.cssText = ''; }")
    assert found == {}
    assert ground == "rgb(24, 34, 46)"


@pytest.mark.parametrize("before", [0, 700])
def test_on_paper_it_is_whole_and_in_one_piece(stage, before):
    """Wherever the map begins on a page, it is printed on one page, with its legend, and no letter is small."""
    start = "(high) => { document.querySelector('h1').style.marginBottom = high && `${high}px`; }"
    stage.run(start, before)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(stage.tab.pdf(format="A4"))).pages]
    stage.run(start, "")
    on = {word: [number for number, text in enumerate(pages) if word in text] for word in ("Weixdorf", "Lockwitz")}
    assert on["Weixdorf"] == on["Lockwitz"] != []
    page = pages[on["Weixdorf"][0]]
    for word in ("5 km", "2 oder mehr zu wenig", "opendata.dresden.de", "Elbe"):
        assert word in page
    assert len(pages) <= 2


def test_paper_gets_letters_of_full_size(stage):
    """For a page the map is drawn anew as wide as the page, and afterwards as wide as the window again."""
    wide = stage.run("map.view.window.width")
    stage.run("() => dispatchEvent(new Event('beforeprint'))")
    assert stage.run("map.view.window.width") == 660
    assert stage.run("document.querySelector('svg.canvas').getAttribute('viewBox')").startswith("0 0 660 ")
    stage.run("() => dispatchEvent(new Event('afterprint'))")
    assert stage.run("map.view.window.width") == wide
