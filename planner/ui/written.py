"""A table whose cells are shown as they are written and sorted as what they are."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler


def written(frame: pd.DataFrame, writers: Mapping[str, Callable[[Any], str]]) -> Styler:
    """Return a frame with the texts of its cells, by heading; without a writer a cell stays what it is.

    Streamlit takes such texts from pandas' ``Styler`` only, and only from that very class, which spends most of its
    time on the style of each cell. There is none here, so the two steps in which it is found are left out.
    """
    styler = frame.style
    vars(styler).update(_compute=lambda: styler, _translate=lambda *_, **__: {"body": _cells(frame, writers)})
    return styler


def _cells(frame: pd.DataFrame, writers: Mapping[str, Callable[[Any], str]]) -> list[list[dict[str, str]]]:
    """Return the texts by column, each beside where it belongs; what stands in a column twice is written once."""
    texts = {heading: cache(writer) for heading, writer in writers.items()}
    return [
        [
            {"id": f"row{row}_col{column}", "display_value": texts[heading](value)}
            for row, value in enumerate(frame[heading].tolist())
        ]
        for column, heading in enumerate(frame.columns)
        if heading in writers
    ]
