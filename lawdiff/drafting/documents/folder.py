"""The folder of a proposal's documents: written as a whole, and nothing in it that is not ours is lost."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from lawdiff.drafting.documents.documents import FORMS, NAMES
from lawdiff.law.errors import UsageError

MANIFEST = ".lawdiff-documents"  # what was written here: lines of `sha256sum`
_PARTIAL = ".partial"
_FOREIGN = "was not written by lawdiff, or was changed since; move it away, or name another folder"


def write_documents(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the documents into a folder, which is made, or is empty, or holds older ones of them.

    All are written beside the old ones before any takes its place. UsageError, with nothing changed, where
    the folder is a file or holds anything else: also a document that somebody else wrote or has changed.
    """
    written = _check(folder, files)
    folder.mkdir(parents=True, exist_ok=True)
    partial = {folder / f"{name}{_PARTIAL}": folder / name for name in files}
    lines = [f"{_digest(content)}  {name}\n" for name, content in files.items()]
    try:
        for (path, _), content in zip(partial.items(), files.values(), strict=True):
            path.write_bytes(content)
        (folder / MANIFEST).write_text("".join(dict.fromkeys([*written, *lines])), encoding="utf-8")
        for path, place in partial.items():
            os.replace(path, place)
        (folder / MANIFEST).write_text("".join(lines), encoding="utf-8")
    finally:
        for path in partial:
            with suppress(OSError):
                path.unlink()


def _check(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """The lines of the manifest, where every document that would be written over is ours."""
    if not folder.exists():
        return []
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder for the documents")
    own = {f"{name}{suffix}" for name in NAMES for suffix in FORMS}
    own |= {f"{name}{_PARTIAL}" for name in own} | {MANIFEST}  # what an interrupted run left
    others = sorted(path.name for path in folder.iterdir() if path.name not in own or path.is_dir())
    if others:
        raise UsageError(
            f"{folder} holds other things ({', '.join(others[:3])}{', ...' if len(others) > 3 else ''}); "
            "name a new or an empty folder for the documents"
        )
    written = _manifest(folder)
    for name, content in files.items():
        path = folder / name
        old = path.read_bytes() if path.exists() else content
        if old != content and f"{_digest(old)}  {name}\n" not in written:
            raise UsageError(f"{path} {_FOREIGN}")
    return written


def _manifest(folder: Path) -> list[str]:
    path = folder / MANIFEST
    if not path.exists():
        return []
    try:
        return path.read_text(encoding="utf-8").splitlines(keepends=True)
    except UnicodeDecodeError:
        raise UsageError(f"{path} {_FOREIGN}") from None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
