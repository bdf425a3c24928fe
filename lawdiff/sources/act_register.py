"""The acts that are known: those held, the laws that amended them, and those of the register `acts.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lawdiff.law.known_act import ActKind, KnownAct
from lawdiff.sources.corpus import act_ids
from lawdiff.sources.law_register import read_law_register
from lawdiff.sources.toml_row import Row, TomlFile

_KINDS = {kind.value: kind for kind in ActKind}
_KEYS = frozenset(
    {
        "kind",
        "number",
        "adopted",
        "title",
        "title_official",
        "title_source",
        "also_written",
        "also_titled",
        "held",
        "ended",
        "note",
        "source",
    }
)


def known_acts(root: Path) -> tuple[KnownAct, ...]:
    """Every act that the corpus knows: held ones first, then those of `acts.toml`, then amending laws.

    An act stands here once. SourceError names the file and line of a row that cannot be used: each needs
    a source (R13).
    """
    found: dict[tuple[str, str], KnownAct] = {}
    held = {act.held: act for act in held_acts(root)}
    for path in sorted(root.glob("*/acts.toml")):
        for row in _rows(path):
            act = _act(row)
            if row.has("held"):
                own = held.get(act.held) or _fail(row, f"the corpus does not hold {act.held!r}")
                act = _with_names(own, act)
            held.pop(act.held, None)
            found[_key(act)] = act
    acts = {_key(act): act for act in held.values()} | found
    for act in _amending(root):
        acts.setdefault(_key(act), act)
    return tuple(sorted(acts.values(), key=lambda act: not act.held))


def _key(act: KnownAct) -> tuple[str, str]:
    return (act.number, act.adopted.isoformat())


def _rows(path: Path) -> Iterator[Row]:
    file = TomlFile.read(path)
    yield from file.rows("act")


def _act(row: Row) -> KnownAct:
    unread = sorted(set(row.values) - _KEYS)
    if unread:
        _fail(row, f"nothing reads the key `{unread[0]}`; known are {', '.join(sorted(_KEYS))}")
    kind = row.choice("kind", _KINDS)
    held = row.text("held", "")
    official = row.text("title_official", "")
    return KnownAct(
        kind=kind,
        number=row.text("number", "") if kind is ActKind.CONSTITUTION else row.text("number"),
        adopted=row.day("adopted"),
        title=row.text("title", "") if held else row.text("title"),
        source=row.text("source"),
        also_written=row.texts("also_written", ()),
        also_titled=(*row.texts("also_titled", ()), *((official,) if official else ())),
        held=held,
        ended=row.text("ended", ""),
        note=row.text("note", ""),
    )


def _with_names(own: KnownAct, row: KnownAct) -> KnownAct:
    """A held act with the other numbers and titles that its row in the register adds."""
    titles = dict.fromkeys((*own.also_titled, *row.also_titled))
    return replace(
        own, kind=row.kind, also_written=row.also_written, also_titled=tuple(titles), source=row.source
    )


def _fail(row: Row, what: str) -> KnownAct:
    raise row.error(what)


def held_acts(root: Path) -> Iterator[KnownAct]:
    """The acts whose text the corpus holds, each by its own number and titles."""
    for act_id in act_ids(root):
        file = TomlFile.read(root / act_id / "act.toml")
        titles = file.table("titles")
        yield KnownAct(
            kind=file.top.choice("kind", _KINDS) if file.top.has("kind") else ActKind.LAW,
            number=file.top.text("number"),
            adopted=file.top.day("adopted"),
            title=file.top.text("title"),
            source=f"{act_id}/act.toml",
            also_titled=tuple(titles.text(language) for language in titles.values),
            held=act_id,
        )


def _amending(root: Path) -> Iterator[KnownAct]:
    for act_id in act_ids(root):
        path = root / act_id / "laws.toml"
        for law in read_law_register(path).laws.values() if path.exists() else ():
            yield KnownAct(
                kind=ActKind.LAW,
                number=law.number,
                adopted=law.adopted,
                title=law.title,
                source=f"{act_id}/laws.toml",
                also_written=law.also_written,
                also_titled=(law.title_official,) if law.title_official else (),
                note=f"It amended {act_id}.",
            )
