"""The ids that git must give to what is written, worked out without git: a check that nothing went astray."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha1

_FILE = b"100644"
_FOLDER = b"40000"


def blob_id(content: bytes) -> str:
    """The id of a file's content."""
    return _id(b"blob", content)


def tree_id(files: Mapping[str, str], folders: Mapping[str, str]) -> str:
    """The id of a folder, from the ids of its files and of the folders in it.

    Git sorts a folder as if its name ended in a slash.
    """
    rows = [(name.encode(), _FILE, known) for name, known in files.items()]
    rows += [(name.encode() + b"/", _FOLDER, known) for name, known in folders.items()]
    rows.sort()
    packed = [
        b"%b %b\0%b" % (mode, name.removesuffix(b"/"), bytes.fromhex(known)) for name, mode, known in rows
    ]
    return _id(b"tree", b"".join(packed))


def commit_id(tree: str, parent: str | None, author: str, committer: str, message: str) -> str:
    """The id of a commit."""
    above = [f"parent {parent}"] if parent else []
    lines = "\n".join((f"tree {tree}", *above, f"author {author}", f"committer {committer}", "", message))
    return _id(b"commit", lines.encode())


class FolderTree:
    """Folders within folders, each known by its id; only what a change is under is worked out again."""

    def __init__(self) -> None:
        self._folders: dict[str, FolderTree] = {}
        self._ids: dict[str, str] = {}

    def put(self, path: str, known: str) -> None:
        """The folder at `path` has this id now."""
        name, _, rest = path.partition("/")
        if rest:
            inside = self._folders.setdefault(name, FolderTree())
            inside.put(rest, known)
            known = inside.id()
        self._ids[name] = known

    def id(self) -> str:
        return tree_id({}, self._ids)


def _id(kind: bytes, content: bytes) -> str:
    return sha1(b"%b %d\0%b" % (kind, len(content), content), usedforsecurity=False).hexdigest()
