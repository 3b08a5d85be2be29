"""The component's script."""

import re

import pytest

from planner.ui.map import bundle


@pytest.mark.parametrize("entry", ["main", "choice"])
def test_the_script_is_one_module(entry):
    """Nothing is imported any more and exactly one thing is exported: what Streamlit calls."""
    script = bundle.script(entry)
    assert not re.search(r"^import ", script, re.MULTILINE)
    assert re.findall(r"^export .*", script, re.MULTILINE) == ["export default function (component) {"]


def test_no_name_is_declared_twice():
    """Modules share one scope once they are joined, so their names must differ."""
    names = re.findall(r"^(?:const|let|class|function) (\w+)", bundle.script("main"), re.MULTILINE)
    assert len(names) > 20
    assert len(names) == len(set(names))


def test_no_address_of_another_host():
    """The map fetches nothing: the only address in it is the name of the SVG language."""
    text = bundle.script("main") + bundle.script("choice") + bundle.style()
    assert set(re.findall(r"https?://[^\"'\s)]+", text)) == {"http://www.w3.org/2000/svg"}


def test_words_for_people_stay_at_home():
    """What travels has no line that is a comment, and no indentation; everything else of it is the same."""
    for text in (bundle.script("main"), bundle.style()):
        lines = bundle.packed(text).splitlines()
        assert not any(line.startswith(("//", "/*", " ")) for line in lines)
        kept = [line.strip() for line in text.splitlines()]
        assert lines == [line for line in kept if line and not line.startswith(("//", "/*"))]
        assert len(bundle.packed(text)) < 0.93 * len(text)
