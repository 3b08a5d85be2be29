"""Bytes to text: size, emptiness and encoding."""

import unicodedata

from planner.errors import InputError
from planner.settings import MAX_UPLOAD_BYTES

_MEGABYTE = 1024 * 1024


def check_size(file: str, size: int) -> None:
    """Refuse a file that is too large before anything reads it.

    Raises
    ------
    InputError
        ``file.too_large`` above ``MAX_UPLOAD_BYTES``.
    """
    if size > MAX_UPLOAD_BYTES:
        raise InputError.of(
            "file.too_large", file=file, size=-(-size // _MEGABYTE), allowed=MAX_UPLOAD_BYTES // _MEGABYTE
        )


def decode(file: str, data: bytes) -> str:
    """Return the text of a file in UTF-8, with or without byte-order mark, or in Windows-1252 as Excel writes it.

    Letters that can be written in two ways (``ü`` as one character or as two) come out as one, so that ids and names
    from different machines are equal.

    Raises
    ------
    InputError
        ``file.too_large``, ``file.empty``, ``file.binary`` (NUL bytes: UTF-16 or no text at all) or
        ``file.encoding``.
    """
    check_size(file, len(data))
    if b"\0" in data:
        raise InputError.of("file.binary", file=file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            raise InputError.of("file.encoding", file=file) from None
    if not text.strip():
        raise InputError.of("file.empty", file=file)
    return unicodedata.normalize("NFC", text)
