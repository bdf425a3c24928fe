"""Where proposals lie: the folders that are looked in, and the proposals found there by their slugs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from lawdiff.law.errors import UsageError
from lawdiff.sources.proposal_file import ProposalFile, is_slug, read_proposal_file

IN_CORPUS = "proposals"  # the folder beside an act's editions


def find_proposal(name: str, folders: Sequence[Path]) -> ProposalFile:
    """The proposal of that slug in the first folder that has it; a name that ends in `.md` is a path.

    UsageError where there is none, with the nearest slug.
    """
    if name.endswith(".md"):
        if not Path(name).is_file():
            raise UsageError(f"{name}: no such file; name a proposal by its slug or its file")
        return read_proposal_file(Path(name))
    if not is_slug(name):
        raise UsageError(f"{name[:60]!r} is no name of a proposal: small letters, digits and hyphens")
    for folder in folders:
        path = folder / f"{name}.md"
        if path.is_file():
            return read_proposal_file(path)
    known = [path.stem for path in proposal_paths(folders)]
    near = get_close_matches(name, known, 1) or known[:3]
    hint = f"did you mean {' or '.join(near)}?" if near else "`lawdiff propose sweep` and `edit` make one"
    where = " and ".join(str(folder) for folder in folders)
    raise UsageError(f"there is no proposal {name!r} in {where}; {hint}")


def proposal_paths(folders: Sequence[Path]) -> Iterator[Path]:
    """The files of all proposals, by folder and name; of two with one slug only the first counts."""
    seen = set()
    for folder in folders:
        for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
            if is_slug(path.stem) and path.stem not in seen:
                seen.add(path.stem)
                yield path
