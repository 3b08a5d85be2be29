"""Tables without people in them, kept once per content."""

import zlib

from sqlalchemy import insert, select

from planner.store import layout
from planner.store.codec import digest, from_json, plain_json
from planner.store.errors import UnavailableError
from planner.store.store import Transaction


def keep(tx: Transaction, rows: list[object]) -> str:
    """Keep a table of JSON's types and return its digest."""
    text = plain_json(rows)
    name = digest(text)
    if tx.run(select(layout.documents.c.digest).where(layout.documents.c.digest == name)).first() is None:
        tx.run(insert(layout.documents).values(digest=name, content=zlib.compress(text.encode())))
    return name


def fetch(tx: Transaction, name: str) -> list[object]:
    """Return a table by its digest.

    Raises
    ------
    UnavailableError
        ``store.damaged`` if it is gone or is not what its digest says.
    """
    content = tx.run(select(layout.documents.c.content).where(layout.documents.c.digest == name)).scalar()
    try:
        text = zlib.decompress(content or b"").decode()
    except (zlib.error, UnicodeDecodeError):
        raise UnavailableError.of("store.damaged") from None
    if digest(text) != name:
        raise UnavailableError.of("store.damaged")
    found = from_json(text)
    return list(found)
