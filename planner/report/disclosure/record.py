"""Publications as plain records, for whoever keeps the ledger. They hold true counts: confidential like raw rows."""

from typing import Any

from planner.report.disclosure.dimension import Dimension
from planner.report.disclosure.ledger import Publication
from planner.report.disclosure.rules import Rules
from planner.report.disclosure.shown import Published, Shown, Sign
from planner.report.disclosure.table import Table

Record = dict[str, Any]
"""Lists, texts, numbers and mappings of them: what JSON can hold."""


def to_record(made: Publication) -> Record:
    """Return the publication as a record that ``from_record`` turns back into an equal one."""
    table, published = made.table, made.published
    return {
        "subject": table.subject,
        "dimensions": [
            {
                "name": d.name,
                "root": d.root,
                "parent": [list(pair) for pair in d.parent.items()],
                "sensitive": d.sensitive,
            }
            for d in table.dimensions
        ],
        "counts": [[list(cell), count] for cell, count in sorted(table.counts.items())],
        "public": [list(cell) for cell in sorted(table.public)],
        "rules": {"threshold": published.rules.threshold, "denominator": published.rules.denominator},
        "cells": [[list(cell), shown.sign.value, shown.value, shown.since] for cell, shown in published.cells.items()],
    }


def from_record(record: Record) -> Publication:
    """Return the publication that a record was made of."""
    table = Table(
        record["subject"],
        tuple(Dimension(d["name"], d["root"], dict(d["parent"]), d["sensitive"]) for d in record["dimensions"]),
        {tuple(cell): count for cell, count in record["counts"]},
        frozenset(tuple(cell) for cell in record["public"]),
    )
    cells = {tuple(cell): Shown(Sign(sign), value, since) for cell, sign, value, since in record["cells"]}
    return Publication(table, Published(table.subject, Rules(**record["rules"]), cells))
