"""Which act of the corpus a saved text is of: an act that is held, or a new one with an id of its own."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.act import is_act_id
from lawdiff.law.errors import SourceError, UsageError
from lawdiff.law.known_act import ActKind
from lawdiff.law.law_order import law_order
from lawdiff.sources.corpus import act_ids
from lawdiff.sources.importing.saved_law import SavedLaw
from lawdiff.sources.toml_row import TomlFile

_COUNTRY = "kz"  # of the ministry whose pages are read
# Laws are numbered in one row; the acts of a government and its ministers have rows of their own.
_LAWS = (ActKind.CONSTITUTION, ActKind.CONSTITUTIONAL_LAW, ActKind.CODE, ActKind.LAW)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user says of the files: each may be left out where the text says it."""

    act_id: str | None = None
    language: str | None = None
    edition_date: dt.date | None = None
    adopted: dt.date | None = None
    title: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """An act: its id, number, day and title. `is_held`: the corpus has it, and these are its own words."""

    act_id: str
    number: str
    adopted: dt.date
    title: str
    language: str
    is_held: bool
    kind: ActKind = ActKind.LAW


def identify(law: SavedLaw, asked: Asked, *roots: Path) -> Identity:
    """The act that the text is of, among those of these corpus folders or a new one.

    SourceError names the option that tells what the text does not, and refuses another law than `--as` names.
    """
    if asked.act_id and not is_act_id(asked.act_id):
        raise UsageError(f"{asked.act_id!r} is not the id of a law; write country/year/number: kz/2002/345")
    if not law.language:
        raise _missing(law, "in which language it is", "--lang en")
    held = next((one for root in roots if (one := _held(law, asked, root))), None)
    if held:
        return held
    name = law.opening.name
    number = name.number if name else asked.act_id.rpartition("/")[2] if asked.act_id else None
    adopted = asked.adopted or (name.adopted if name else None)
    title = asked.title or (law.opening.title.words if law.opening.title else None)
    if number is None:
        raise _missing(law, "the number of the law", "--as kz/2002/345")
    if adopted is None:
        raise _missing(law, "its day of adoption", "--adopted 2002-08-08")
    if title is None:
        raise _missing(law, "its title", '--title "On ..."')
    return Identity(
        asked.act_id or _new_id(law), number, adopted, title, law.language, False, _kind(law, asked)
    )


def _kind(law: SavedLaw, asked: Asked) -> ActKind:
    """What the text calls itself, or else what the id that the user gave says: `kz/2010/order-52`."""
    if law.opening.name:
        return law.opening.name.kind
    prefix = _prefix_of(asked.act_id or "").removesuffix("-")
    return next((kind for kind in ActKind if kind.value == prefix), ActKind.LAW)


def _missing(law: SavedLaw, what: str, option: str) -> SourceError:
    return SourceError(f"{law.file.path}: its first lines do not say {what}; add {option}")


def _held(law: SavedLaw, asked: Asked, root: Path) -> Identity | None:
    """The act of the corpus that the text is of, None where there is none yet."""
    name = law.opening.name
    for act_id in [asked.act_id] if asked.act_id else act_ids(root):
        path = root / act_id / "act.toml"
        if not path.is_file():
            continue
        top = TomlFile.read(path).top
        held = Identity(act_id, top.text("number"), top.day("adopted"), top.text("title"), law.language, True)
        is_same = name is not None and _is_same(held, name.number, name.adopted, _prefix(name.kind))
        if asked.act_id and name and not is_same:
            raise SourceError(
                f"{law.file.path}:{name.line}: this is No. {name.number} of {name.adopted}, and {act_id} is "
                f"No. {held.number} of {held.adopted}; leave out --as, or name another law"
            )
        if asked.act_id or is_same:
            return held
    return None


def _is_same(held: Identity, number: str, adopted: dt.date, prefix: str) -> bool:
    """Whether it is that act: "345" and "345-II" of one day are."""
    return (
        held.adopted == adopted
        and (held.number == number or law_order(held.number)[0] == law_order(number)[0] > 0)
        and _prefix_of(held.act_id) == prefix
    )


def _prefix(kind: ActKind) -> str:
    return "" if kind in _LAWS else f"{kind.value}-"


def _prefix_of(act_id: str) -> str:
    own = act_id.rpartition("/")[2]
    return next((f"{kind.value}-" for kind in ActKind if own.startswith(f"{kind.value}-")), "")


def _new_id(law: SavedLaw) -> str:
    """Country, year and number; letters that an id cannot have are left out: "312-НҚ" is 312."""
    name = law.opening.name
    assert name is not None
    number = re.search(r"[0-9]+(?:-[0-9A-Za-z]+)*", name.number)
    assert number is not None
    return f"{_COUNTRY}/{name.adopted.year}/{_prefix(name.kind)}{number[0]}"
