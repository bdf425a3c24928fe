"""A zip archive written again so that nothing in it depends on the day, the machine or a library."""

from __future__ import annotations

import io
import zipfile

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the first day that a zip archive can hold
_UNIX = 3
_READABLE = 0o100644 << 16


def same_bytes(archive: bytes) -> bytes:
    """The archive with its entries in order, no times, and not compressed: zlib and its relatives make
    different bytes of the same text."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(written, "w") as new:
        for name in sorted(old.namelist()):
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            new.writestr(entry, old.read(name), zipfile.ZIP_STORED)
    return written.getvalue()
