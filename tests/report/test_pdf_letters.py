"""The letters that the fonts have."""

import json
import unicodedata

import pytest
import typst

from planner.report.pdf.letters import DRAWN, drawable, drawn

PAGE = b"""#set document(title: "x")
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"))
#json("all.json")"""


@pytest.mark.parametrize("block", DRAWN, ids=lambda block: f"{block.start:04x}")
def test_every_letter_that_is_kept_can_be_drawn(block: range) -> None:
    """The typesetter, which refuses any letter without a font, takes each assigned letter of the ranges."""
    letters = "".join(chr(code) for code in block if drawn(chr(code)))
    assert len(letters) > len(block) / 2
    typst.compile(  # type: ignore[call-overload]
        {"main.typ": PAGE, "all.json": json.dumps(letters).encode()},
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards="ua-1",
    )


def test_replacing_goes_into_everything() -> None:
    """Texts in lists and mappings are cleaned, other values are left as they are."""
    found = drawable({"a": ["x中", 1, None, ("\x00",)], "b": {"c": "ü\n"}})
    assert found == {"a": ["x\ufffd", 1, None, ["\ufffd"]], "b": {"c": "ü\n"}}
    assert unicodedata.category("\x00") == "Cc"
