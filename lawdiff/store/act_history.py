"""One act's part in the history: its steps, each with the files that change and what is said of it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lawdiff.history.clocks import causes_of, tick_day
from lawdiff.history.engine import fold
from lawdiff.law.effect import Cause
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.law.evidence import EDITIONS, LAW_TEXT, Evidence
from lawdiff.law.law_order import UNKNOWN_LAW, law_order
from lawdiff.law.timeline import Clock, EvidenceScope
from lawdiff.store.act_markdown import act_markdown
from lawdiff.store.act_pages import ActPages, version_on
from lawdiff.store.act_reader import read_act_page
from lawdiff.store.article_markdown import article_markdown
from lawdiff.store.commit_message import UNKNOWN, Message, effect_line, sentence
from lawdiff.store.law_table import in_force
from lawdiff.store.layout import common_indent, exceptions, lines_of
from lawdiff.store.markdown_reader import read_article
from lawdiff.store.names import README, act_folder, article_file, checked_law
from lawdiff.store.object_ids import blob_id, tree_id
from lawdiff.store.page import ActPage, Page
from lawdiff.store.replay import replayed, usual_lines

Key = tuple[dt.date, dt.date, tuple[int, str], int, str]
WriteBlob = Callable[[bytes], int]


@dataclass(frozen=True, slots=True)
class Step:
    """One commit as far as one act is concerned. `changes` are names in `folder` with the marks of their
    content, None for a file that goes; `tree` is the folder's id after it."""

    key: Key
    announced: bool
    day: dt.date
    message: Message
    folder: str
    changes: tuple[tuple[str, int | None], ...]
    tree: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A step before its files are known: the day by the sequence clock, and whose pages hold then."""

    cause: Cause | None
    announced: bool
    pages: ActPages
    day: dt.date


def act_steps(evidence: Evidence, scope: EvidenceScope, write: WriteBlob, *, read_back: bool) -> list[Step]:
    """The steps of one act, in order, with every version of every file handed to `write`.

    With `read_back` each version is parsed again and compared before it counts as written. The edition
    is replayed from the last step that is no announcement, and must come out byte for byte.
    """
    places = _places(evidence, scope)
    writer = _Writer(evidence, places, write, read_back)
    writer.write_all()
    folder = act_folder(evidence.act.id, evidence.edition.language)
    steps = []
    for place, changes, tree in zip(places, writer.changes, writer.trees(), strict=True):
        cause = place.cause
        day = cause.commencement.first if cause else evidence.act.commencement.first
        message = _message(evidence, cause)
        steps.append(Step(_key(evidence, cause), place.announced, day, message, folder, changes, tree))
    return steps


def _places(evidence: Evidence, scope: EvidenceScope) -> list[_Place]:
    """The steps on the main line, then those of laws that exist only as an announcement.

    An announced law may come to apply before the last of the others; then the main line is folded alone.
    """
    causes = causes_of(evidence)
    enacted = {(c.law, c.commencement.first) for e in evidence.effects if not e.announced for c in e.causes}
    ticks = {cause: tick for tick, cause in enumerate(causes, start=1)}
    main = [cause for cause in causes if (cause.law, cause.commencement.first) in enacted]
    coming = [cause for cause in causes if cause not in main]
    first = tick_day(0)
    pages = ActPages(fold(evidence, scope, Clock.SEQUENCE), evidence.edition, first)
    last = max((ticks[cause] for cause in main), default=0)
    main_pages, main_ticks = pages, ticks
    if any(ticks[cause] < last for cause in coming):
        alone = replace(
            evidence, effects=tuple(effect for effect in evidence.effects if not effect.announced)
        )
        main_pages = ActPages(fold(alone, scope, Clock.SEQUENCE), evidence.edition, first)
        main_ticks = {cause: tick for tick, cause in enumerate(causes_of(alone), start=1)}
    return [
        _Place(None, False, main_pages, first),
        *(_Place(cause, False, main_pages, tick_day(main_ticks[cause])) for cause in main),
        *(_Place(cause, True, pages, tick_day(max(ticks[cause], last))) for cause in coming),
    ]


class _Writer:
    """Writes the versions of an act's files, one file after the other."""

    def __init__(
        self, evidence: Evidence, places: Sequence[_Place], write: WriteBlob, read_back: bool
    ) -> None:
        self._evidence = evidence
        self._places = places
        self._write = write
        self._read_back = read_back
        self._changes: list[list[tuple[str, int | None]]] = [[] for _ in places]
        self._ids: list[dict[str, str | None]] = [{} for _ in places]
        self._last_main = max(at for at, place in enumerate(places) if not place.announced)
        self._final: dict[EId, Page] = {}

    @property
    def changes(self) -> list[tuple[tuple[str, int | None], ...]]:
        return [tuple(changes) for changes in self._changes]

    def trees(self) -> Iterator[str]:
        """The id of the act's folder after each step."""
        files: dict[str, str] = {}
        for changed in self._ids:
            for name, known in changed.items():
                if known is None:
                    files.pop(name, None)
                else:
                    files[name] = known
            yield tree_id(files, {})

    def write_all(self) -> None:
        """Write every version of every file, and replay the edition from the last of them."""
        for eid in self._places[0].pages.articles:
            self._write_article(eid)
        tip = self._places[self._last_main]
        lines, end = lines_of(self._evidence.edition)
        indent = common_indent(lines)
        usual = usual_lines(tip.pages.act(tip.day), self._final, indent)
        layout = exceptions(usual, lines, end, indent)
        final = self._write_act(layout)
        if replayed(final, self._final) != self._evidence.edition.printed():
            raise _not_lossless(self._evidence, "the replayed edition")

    def _write_article(self, eid: EId) -> None:
        name = article_file(eid)
        page: Page | None = None
        for at, place in enumerate(self._places):
            now = version_on(place.pages.articles[eid], place.day)
            if now is not page and now != page:
                page = now
                if page is None:
                    self._remove(at, name)
                else:
                    text = article_markdown(page)
                    self._put(at, name, text)
                    page = self._checked_article(page, text)
            if at == self._last_main and page:
                self._final[eid] = page

    def _checked_article(self, page: Page, text: str) -> Page:
        if not self._read_back:
            return page
        again = read_article(text, page.eid)
        if again != page:
            raise _not_lossless(self._evidence, page.eid)
        return again

    def _write_act(self, layout: str) -> ActPage:
        """The README at every step; returns that of the last step of the main line."""
        days = {place.pages: place.pages.act_days() for place in self._places}
        text, page, since = "", None, dt.date.min
        final: ActPage | None = None
        for at, place in enumerate(self._places):
            due = days[place.pages]
            began = due[bisect_right(due, place.day) - 1]
            if page is None or began > since or place.pages is not self._places[at - 1].pages:
                page, since = place.pages.act(place.day, layout), place.day
                now = act_markdown(page)
                if now != text:
                    self._put(at, README, now)
                    text = now
                    if self._read_back and read_act_page(now) != page:
                        raise _not_lossless(self._evidence, README)
            if at == self._last_main:
                final = page
        assert final is not None
        return final

    def _put(self, at: int, name: str, text: str) -> None:
        content = text.encode()
        self._changes[at].append((name, self._write(content)))
        self._ids[at][name] = blob_id(content)

    def _remove(self, at: int, name: str) -> None:
        self._changes[at].append((name, None))
        self._ids[at][name] = None


def _key(evidence: Evidence, cause: Cause | None) -> Key:
    """The place of a step among those of all acts (DESIGN section 6). An act is enacted before any law
    changes it, even one that reaches back behind its first day."""
    if cause:
        return (*cause.order, 1, cause.law)
    act = evidence.act
    enacted = (act.commencement.first, act.adopted, law_order(act.number))
    first = min([enacted, *(other.order for other in causes_of(evidence))])
    return (*first, 0, act.id)


def _message(evidence: Evidence, cause: Cause | None) -> Message:
    act = evidence.act
    if cause is None:
        when = act.commencement
        return Message(
            law=checked_law(act.number),
            adopted=act.adopted,
            published=None,
            title=_one_line(act.title),
            days=((in_force(when), when.basis.value, ""),),
            act=act.id,
            sentence=f"The act {act.id} as enacted, as far as later texts and their notes let it be known.",
            effects=(),
            evidence=(_edition_source(evidence),),
        )
    key = (cause.law, cause.commencement.first)
    effects = [e for e in evidence.effects if any((c.law, c.commencement.first) == key for c in e.causes)]
    causes = [c for effect in effects for c in effect.causes if (c.law, c.commencement.first) == key]
    days = sorted((in_force(c.commencement), c.commencement.basis.value, str(c.clause)) for c in causes)
    law = evidence.laws.get(cause.law)
    known = law if law and law.adopted == cause.adopted else None
    compared = [effect for effect in effects if effect.source.startswith(EDITIONS)]
    sources = [_edition_source(evidence)] if any(not effect.from_facts for effect in effects) else []
    sources += list(dict.fromkeys(effect.source for effect in compared))
    texts = dict.fromkeys(e.source.partition(",")[0] for e in effects if e.source.startswith(LAW_TEXT))
    sources += list(texts)
    told = any(e.from_facts and e not in compared and not e.source.startswith(LAW_TEXT) for e in effects)
    sources += ["facts register"] if told else []
    return Message(
        law=UNKNOWN if cause.law == UNKNOWN_LAW else checked_law(cause.law),
        adopted=cause.adopted,
        published=known.published if known else None,
        title=_one_line(known.title if known else ""),
        days=tuple(dict.fromkeys(days)),
        act=act.id,
        sentence=sentence(f"“{act.title}” ({act.id})", effects),
        effects=tuple(effect_line(effect) for effect in effects),
        evidence=tuple(sources),
    )


def _edition_source(evidence: Evidence) -> str:
    edition = evidence.edition
    return f"edition {edition.path} of {evidence.act.id} in {edition.language}, up to {evidence.horizon}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _not_lossless(evidence: Evidence, what: str) -> SourceError:
    return SourceError(
        f"{evidence.act.id}: {what} does not read back as it was written; nothing was changed. "
        "This is a mistake in lawdiff: please report it with the text"
    )
