"""What an import of an amending law puts into the folders of the acts that it is about."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.clause import NO_CLAUSE
from lawdiff.law.errors import SourceError, UsageError
from lawdiff.law.known_act import KnownAct
from lawdiff.sources.amending.enforcement import read_enforcement
from lawdiff.sources.amending.law_text import ActPart, LawText, read_law_text
from lawdiff.sources.amending.register import LANGUAGES, REGISTER, read_amending_register
from lawdiff.sources.amending.told import GRAMMARS, parts_about
from lawdiff.sources.importing.saved_law import SavedLaw
from lawdiff.sources.law_register import read_law_register
from lawdiff.sources.toml_row import read_utf8
from lawdiff.sources.toml_text import toml_row, with_rows

_HEAD = "# Texts of amending laws, as `lawdiff import --amending` read them; docs/amending.md tells more.\n"
_LAWS = (
    "# The laws that amended this one, as `lawdiff import` read them; docs/corpus.md explains every key.\n"
)
_NUMBER = re.compile(r"(?:[^\W\d_]{2,6}-){0,2}[0-9]{1,6}(?:-[^\W_]{1,8})?")


@dataclass(frozen=True, slots=True)
class AmendingLawText:
    """A saved amending law: what it is, the held acts that it amends, and the parts about others."""

    saved: SavedLaw
    number: str
    adopted: dt.date
    title: str
    language: str
    law: LawText
    acts: tuple[KnownAct, ...]
    others: tuple[ActPart, ...]

    @property
    def file_name(self) -> str:
        number = self.number
        if not number.isascii():  # the order ҚР-ДСМ-66
            number = "-".join((f"{self.adopted}", *re.findall("[0-9]+", number)))
        return f"{number}.{self.language}.txt"


def read_amending_law(saved: SavedLaw, acts: Sequence[KnownAct]) -> AmendingLawText:
    """The amending law in a saved file, and which of these held acts it is about.

    SourceError where its number or day is not said, it orders nothing, or nothing of any of these acts.
    """
    path, name = saved.file.path, saved.opening.name
    if name is None or not _NUMBER.fullmatch(name.number):
        raise SourceError(
            f"{path}: its first lines do not name the law with number and day; add a line such as “The Law "
            "of the Republic of Kazakhstan dated 13 January 2014 No. 159-V” above its articles"
        )
    if saved.language not in LANGUAGES:
        raise SourceError(
            f"{path}: amending laws are read in English and Russian; this is in "
            f"{saved.language or 'a language that its first lines do not say: add --lang ru'}"
        )
    law = read_law_text(saved.text)
    if not law.parts:
        raise SourceError(
            f"{path}: no line such as “1. In the Law of the Republic of Kazakhstan dated ...:” is in it, so "
            "it amends nothing; to take it in as a law of its own leave out --amending"
        )
    own = tuple(act for act in acts if parts_about(law, act))
    if not own:
        about = "; ".join(part.about for part in law.parts[:3])
        raise SourceError(f"{path}: it is about no law that the corpus holds, but about {about}")
    taken = {part for act in own for part in parts_about(law, act)}
    others = tuple(part for part in law.parts if part not in taken)
    title = saved.opening.title.words if saved.opening.title else ""
    return AmendingLawText(saved, name.number, name.adopted, title, saved.language, law, own, others)


def amending_files(law: AmendingLawText, folder: Path) -> Mapping[str, bytes]:
    """The files to write into an act's folder, none where it has this text already.

    UsageError where it has another text of that law in that language.
    """
    content = law.saved.text.encode("utf-8")
    sha256 = hashlib.sha256(content).hexdigest()
    for held in read_amending_register(folder)[0]:
        if (held.law, held.language) == (law.number, law.language):
            if held.sha256 == sha256:
                return {}
            raise UsageError(
                f"{law.saved.file.path}: {held.path} is another text of {law.number} in {law.language!r}; "
                f"take its row out of {REGISTER} and the file away to replace it"
            )
    path = folder / REGISTER
    if (folder / law.file_name).exists():
        raise UsageError(f"{folder / law.file_name}: this file is there already; rename it")
    row = toml_row(
        {
            "law": law.number,
            "adopted": law.adopted,
            "language": law.language,
            "file": law.file_name,
            "sha256": sha256,
            "original_sha256": None if law.saved.is_verbatim else law.saved.file.sha256,
            "title": law.title or None,
        },
        "[[text]]",
    )
    before = read_utf8(path) if path.exists() else _HEAD
    register = with_rows(path, before, "text", [row]).encode()
    return {law.file_name: content, **_registered(law, folder / "laws.toml"), REGISTER: register}


def _registered(law: AmendingLawText, path: Path) -> Mapping[str, bytes]:
    """The register of laws with this one, where it lacks it. SourceError where it gives another day."""
    known = read_law_register(path).laws if path.exists() else {}
    for number, row in known.items():
        if law.number == number or law.number in row.also_written:
            if row.adopted != law.adopted:
                raise SourceError(
                    f"{path}: {number} is dated {row.adopted} here, {law.adopted} in {law.saved.file.path}"
                    "; one of them is wrong"
                )
            return {}
    clause = read_enforcement(law.law, GRAMMARS[law.language]).clause
    new = toml_row(
        {
            "number": law.number,
            "adopted": law.adopted,
            "clause": None if clause == NO_CLAUSE else str(clause),
            "title" if law.language == "en" else "title_official": law.title or None,
            "source": f"its text, {law.file_name}",
        },
        "[[law]]",
    )
    before = read_utf8(path) if path.exists() else _LAWS
    return {path.name: with_rows(path, before, "law", [new]).encode()}
