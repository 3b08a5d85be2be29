"""What a ZIP file, and so a workbook, must prove before anybody unpacks it."""

import io
import zipfile

from planner.errors import InputError
from planner.settings import MAX_UPLOAD_BYTES
from planner.tables.textfile import check_size

MAX_MEMBERS = 2_000
MAX_RATIO = 200
"""Unpacked to packed size of one member; spreadsheets stay below 50."""

SMALL = 1024 * 1024
"""Members up to this size may be packed however well."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def open_zip(file: str, data: bytes) -> zipfile.ZipFile:
    """Open an archive that is safe to unpack. ``zipfile`` never yields more than the sizes checked here.

    Raises
    ------
    InputError
        ``file.too_large``, ``file.empty``, ``zip.locked_or_old`` (a password, or Excel before 2007), ``zip.broken``,
        ``zip.bomb``.
    """
    check_size(file, len(data))
    if not data:
        raise InputError.of("file.empty", file=file)
    if data.startswith(_OLD_OFFICE):
        raise InputError.of("zip.locked_or_old", file=file)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise InputError.of("zip.broken", file=file) from None
    if any(member.flag_bits & 1 for member in members):
        raise InputError.of("zip.locked_or_old", file=file)
    unpacked = sum(member.file_size for member in members)
    dense = any(m.file_size > SMALL and m.file_size > MAX_RATIO * max(1, m.compress_size) for m in members)
    if dense or unpacked > MAX_UPLOAD_BYTES or len(members) > MAX_MEMBERS:
        raise InputError.of("zip.bomb", file=file, allowed=MAX_UPLOAD_BYTES // (1024 * 1024))
    return archive
