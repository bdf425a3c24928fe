"""An act's folder in the corpus, read: the act, its editions, the laws that amend it, facts and terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from lawdiff.law.act import Act, is_act_id
from lawdiff.law.amending_law import AmendingLaw
from lawdiff.law.clause import NO_CLAUSE, resolve
from lawdiff.law.finding import Finding
from lawdiff.law.known_act import ActKind
from lawdiff.sources.amending.register import AmendingFile, read_amending_register
from lawdiff.sources.edition_file import KEYS as EDITION_KEYS
from lawdiff.sources.edition_file import EditionFile, edition_file
from lawdiff.sources.facts import NO_FACTS, Facts, read_facts
from lawdiff.sources.glossary import Term, read_glossary
from lawdiff.sources.law_register import EMPTY_REGISTER, read_law_register
from lawdiff.sources.toml_row import Row, TomlFile

_ACT_KEYS = ("id", "kind", "number", "adopted", "title", "clause", "published", "titles", "edition")
_KINDS = {kind.value: kind for kind in ActKind}


@dataclass(frozen=True, slots=True)
class ActSource:
    """Everything that the corpus holds about one act, except the text inside its editions.

    `laws` is the register by number; `titles` are the official titles by language; `findings` are what
    was doubtful while reading; `amending` are the texts of amending laws.
    """

    act: Act
    editions: tuple[EditionFile, ...]
    laws: Mapping[str, AmendingLaw]
    facts: Facts
    terms: tuple[Term, ...]
    folder: Path
    titles: Mapping[str, str]
    findings: tuple[Finding, ...] = ()
    amending: tuple[AmendingFile, ...] = ()

    def act_in(self, language: str) -> Act:
        """The act with its title in that language, where one is known: the official one, or else that of an
        edition; and who made it, as an edition in that language says."""
        printed = (file.title for file in self.editions if file.language == language and file.title)
        title = self.titles.get(language) or next(printed, self.act.title)
        issuers = (file.issuer for file in self.editions if file.language == language and file.issuer)
        return self.act._replace(title=title, issuer=next(issuers, ""))


def read_act_source(folder: Path) -> ActSource:
    """Read one act's folder. `act.toml` and the editions must be there; the registers may be missing.

    SourceError names the file and line of what cannot be read, and checks every edition's sha256.
    """
    file = TomlFile.read(folder / "act.toml")
    editions = _editions(file, folder)
    laws, facts, glossary = (folder / name for name in ("laws.toml", "facts.toml", "glossary.toml"))
    register = read_law_register(laws) if laws.exists() else EMPTY_REGISTER
    known = read_facts(facts, register.laws) if facts.exists() else NO_FACTS
    terms, doubtful_terms = read_glossary(glossary) if glossary.exists() else ((), ())
    amending, doubtful_texts = read_amending_register(folder)
    return ActSource(
        act=_act(file.top, folder),
        editions=editions,
        laws=register.laws,
        facts=known,
        terms=terms,
        folder=folder,
        titles=_titles(file),
        findings=(
            *_unknown_keys(file),
            *register.findings,
            *known.findings,
            *doubtful_terms,
            *doubtful_texts,
        ),
        amending=amending,
    )


def languages_held(folder: Path) -> tuple[str, ...]:
    """The languages in which an act is held, in the order of its editions, none of which is read."""
    rows = TomlFile.read(folder / "act.toml").rows("edition")
    return tuple(dict.fromkeys(row.text("language") for row in rows))


def _act(row: Row, folder: Path) -> Act:
    act_id, adopted = row.text("id"), row.day("adopted")
    place = "/".join(folder.resolve().parts[-3:])
    if not is_act_id(act_id):
        raise row.error(f"`id` is {act_id!r}; write country/year/number, such as kz/2002/345")
    if act_id != place:
        raise row.error(f"`id` is {act_id}, but the folder is {place}; make them equal")
    clause = row.clause("clause") if row.has("clause") else NO_CLAUSE
    commencement = resolve(clause, adopted, row.optional_day("published"))
    kind = row.choice("kind", _KINDS) if row.has("kind") else ActKind.LAW
    return Act(act_id, row.text("number"), adopted, row.text("title"), commencement, kind.value)


def _editions(file: TomlFile, folder: Path) -> tuple[EditionFile, ...]:
    editions: list[EditionFile] = []
    for row in file.rows("edition"):
        edition = edition_file(row, folder)
        if any((one.language, one.date) == (edition.language, edition.date) for one in editions):
            raise row.error("another edition has this language and date; give one of them its own `date`")
        edition.read()
        editions.append(edition)
    if not editions:
        raise file.top.error("no edition is listed; add an [[edition]] with language, file and sha256")
    return tuple(editions)


def _titles(file: TomlFile) -> Mapping[str, str]:
    titles = file.table("titles")
    return MappingProxyType({language: titles.text(language) for language in titles.values})


def _unknown_keys(file: TomlFile) -> tuple[Finding, ...]:
    editions = (one for row in file.rows("edition") for one in row.unknown_keys(EDITION_KEYS))
    return (*file.top.unknown_keys(_ACT_KEYS), *editions)
