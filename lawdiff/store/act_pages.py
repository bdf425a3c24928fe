"""The pages of an act at every step of its history, made from its timelines and its edition."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from lawdiff.law.edition import Edition
from lawdiff.law.eid import EId
from lawdiff.law.timeline import ActTimelines, Place, Timeline
from lawdiff.law.wording import Reason, State, Wording
from lawdiff.store.law_table import in_force, ordered
from lawdiff.store.page import ActPage, Item, Label, Link, Page, Quote, Section
from lawdiff.store.page_notes import HOLDERS, PageNotes

TITLE = EId("title")
Versions = list[tuple[dt.date, Page | None]]
_Between = Mapping[EId, tuple[Quote, ...]]
_NOWHERE = EId("act")


class ActPages:
    """The pages of one act. An article is looked at only on the days on which one of its texts changes.

    `articles` has for each article the days from which its page is another one; the page is None while
    the article is not there.
    """

    def __init__(self, timelines: ActTimelines, edition: Edition, first: dt.date) -> None:
        self.timelines = timelines
        self.edition = edition
        self._first = first
        self._printed = {node.eid: node for node in edition.walk()}
        places = list(timelines.walk())
        articles = {place.eid: place for place in places if place.eid.kind == "art"}
        self._containers = [place for place in places if _is_container(place)]
        holders = (*articles, *(place.eid for place in self._containers))
        self._notes = {eid: PageNotes(self._printed.get(eid)) for eid in holders}
        self._act_timelines = [timelines.texts[TITLE], *self._timelines(self._front_places())]
        self._act_reasons = _reasons(self._act_timelines)
        self.articles: dict[EId, Versions] = {eid: self._versions(articles[eid]) for eid in articles}
        self._links = {eid: _links(versions) for eid, versions in self.articles.items()}

    def act_days(self) -> list[dt.date]:
        """The days from which the act's own page may be another one."""
        days = self._days(self._act_timelines)
        days.update(day for links in self._links.values() for day, _ in links)
        return sorted(days)

    def act(self, day: dt.date, layout: str = "{}") -> ActPage:
        """The page of the act itself on a day."""
        parts = tuple(self._parts(self.timelines.places, day))
        preambles = [part for part in parts if isinstance(part, Section) and part.eid == "preamble"]
        return ActPage(
            title=self.timelines.texts[TITLE].on(day),
            opening=tuple(line.text for line in self.edition.opening[1:]),
            quotes=tuple(Quote.of(note) for note in self.edition.notes),
            facts=self._facts(),
            preamble=preambles[0] if preambles else None,
            contents=tuple(part for part in parts if part not in preambles),
            closing=tuple(line.text for line in self.edition.closing),
            reasons=self._act_reasons,
            layout=layout,
        )

    def _versions(self, place: Place) -> Versions:
        inside = list(self._timelines(place.walk()))
        reasons = _reasons(inside)
        found: Versions = []
        for day in sorted(self._days(inside)):
            page = self._article(place, day, reasons)
            if not found or found[-1][1] != page:
                found.append((day, page))
        return found

    def _article(self, place: Place, day: dt.date, reasons: tuple[Reason, ...]) -> Page | None:
        heading = self._on(place.eid.heading, day)
        before, items, after = self._body(place, day, heading)
        if not items and (heading is None or heading.state is State.ABSENT):
            return None
        return Page(place.eid, place.num, heading, items, before, after, reasons)

    def _front_places(self) -> Iterator[Place]:
        """The places whose texts stand in the act's own file."""
        for place in self._containers:
            yield place
            for child in place.children:
                if child.eid.kind not in HOLDERS:
                    yield from child.walk()

    def _days(self, timelines: Iterable[Timeline]) -> set[dt.date]:
        """The days on which one of these texts changes, from the enactment on."""
        return {max(day, self._first) for timeline in timelines for day in timeline.starts}

    def _timelines(self, places: Iterable[Place]) -> Iterator[Timeline]:
        """The timelines of the own texts and headings of these places."""
        texts = self.timelines.texts
        for place in places:
            if place.eid in texts:
                yield texts[place.eid]
            if place.has_heading and place.eid.heading in texts:
                yield texts[place.eid.heading]

    def _on(self, eid: EId, day: dt.date) -> Wording | None:
        timeline = self.timelines.texts.get(eid)
        return timeline.on(day) if timeline else None

    def _own(self, place: Place, day: dt.date, children: tuple[Item, ...]) -> Wording | None:
        """A place's own wording, None where there is nothing to write of it."""
        own = self._on(place.eid, day)
        if (
            own
            and own.state is State.ABSENT
            and (self._is_hidden(place, own) or any(map(_is_there, children)))
        ):
            return None
        return own

    def _body(
        self, place: Place, day: dt.date, heading: Wording | None
    ) -> tuple[tuple[Quote, ...], tuple[Item, ...], tuple[Quote, ...]]:
        """The notes before, the provisions, the notes behind; without provisions all notes are behind."""
        notes = self._notes[place.eid]
        texts = [child for child in place.children if child.eid.kind not in HOLDERS]
        between: _Between = {}
        if notes.has_between:
            between = notes.between({place.eid, *self._shown(texts, day)})
        children = tuple(self._items(texts, day, between))
        own = self._own(place, day, children)
        here = between.get(place.eid, ())
        first = (Item(place.eid, "", own, here),) if own else ()
        items = (*first, *children)
        stray = (*between.get(_NOWHERE, ()), *(() if own else here))
        before = (*notes.before, *stray, *self._printed_title(place.eid, heading))
        return (before, items, notes.after) if items else ((), (), (*before, *notes.after))

    def _shown(self, places: Iterable[Place], day: dt.date) -> Iterator[EId]:
        for place in places:
            inside = list(self._shown(place.children, day))
            own = self._on(place.eid, day)
            if inside or (own and not self._is_hidden(place, own)):
                yield place.eid
                yield from inside

    def _items(self, places: Iterable[Place], day: dt.date, between: _Between) -> Iterator[Item]:
        for place in places:
            children = tuple(self._items(place.children, day, between))
            own = self._own(place, day, children)
            if own or children:
                quotes = (*self._quotes(place.eid), *between.get(place.eid, ()))
                yield Item(place.eid, place.num, own, quotes, children)

    def _is_hidden(self, place: Place, wording: Wording) -> bool:
        """Whether nothing is written for a text: absent, and no number that stays behind an exclusion (R1).

        What the edition prints as excluded may have been moved away; other absent texts have yet to come.
        """
        if wording.state is not State.ABSENT:
            return False
        node = self._printed.get(place.eid)
        coming = {"insert"} if node and node.is_excluded else {"insert", "move"}
        return not place.printed or all(reason.kind in coming for reason in wording.because)

    def _quotes(self, eid: EId) -> Iterator[Quote]:
        node = self._printed.get(eid)
        if node:
            yield from (Quote.of(note) for note in node.notes)

    def _printed_title(self, eid: EId, heading: Wording | None) -> Iterator[Quote]:
        """The title that the edition prints over what is excluded: it is no law, but it was seen."""
        node = self._printed.get(eid)
        if heading and heading.state is State.ABSENT and node and node.heading:
            yield Quote(Label.PRINTED_TITLE, (node.heading.text,))

    def _parts(self, places: Iterable[Place], day: dt.date) -> Iterator[Section | Link]:
        for place in places:
            if place.eid.kind == "art":
                link = _on_day(self._links[place.eid], day)
                if link:
                    yield link
            elif _is_container(place):
                heading = self._on(place.eid.heading, day)
                before, items, after = self._body(place, day, heading)
                inside = tuple(self._parts(place.children, day))
                if items or inside or (heading and heading.state is not State.ABSENT):
                    yield Section(place.eid, place.num, heading, items, before, after, inside)

    def _facts(self) -> tuple[tuple[str, str], ...]:
        act = self.timelines.act
        return (
            ("Act", act.id),
            ("Number", act.number),
            ("Adopted", f"{act.adopted}"),
            ("In force", in_force(act.commencement)),
            ("Basis", act.commencement.basis.value),
            ("Language", self.timelines.language),
            ("Edition", self.edition.path),
            *(("Older edition", f"{file}, {day}") for file, day in self.timelines.editions[:-1]),
            ("Proves the law up to", f"{self.timelines.horizon}"),
            ("Evidence", self.timelines.scope.value),
        )


def version_on(versions: Versions, day: dt.date) -> Page | None:
    """The page that holds on a day, None while the article is not there."""
    index = bisect_right(versions, day, key=lambda version: version[0]) - 1
    return versions[index][1] if index >= 0 else None


def _reasons(timelines: Iterable[Timeline]) -> tuple[Reason, ...]:
    """Every reason that any wording of these texts has on any day."""
    found: set[Reason] = set()
    for timeline in timelines:
        for wording in timeline.wordings:
            found.update(wording.because)
            for each in wording.possibilities:
                found.update(each.because)
    return ordered(found)


def _is_container(place: Place) -> bool:
    return place.eid == "preamble" or (place.eid.kind in HOLDERS and place.eid.kind != "art")


def _is_there(item: Item) -> bool:
    """Whether an item is part of the law that day, or something inside it is."""
    return any(each.wording is not None and each.wording.state is not State.ABSENT for each in item.walk())


def _links(versions: Versions) -> list[tuple[dt.date, Link | None]]:
    found: list[tuple[dt.date, Link | None]] = []
    for day, page in versions:
        link = _link(page) if page else None
        if not found or found[-1][1] != link:
            found.append((day, link))
    return found


def _link(page: Page) -> Link:
    heading = page.heading
    if heading:
        return Link(page.eid, page.num, heading.text or None, heading.state)
    is_absent = page.items and not any(map(_is_there, page.items))
    return Link(page.eid, page.num, None, State.ABSENT if is_absent else State.RECORDED)


def _on_day(links: list[tuple[dt.date, Link | None]], day: dt.date) -> Link | None:
    index = bisect_right(links, day, key=lambda link: link[0]) - 1
    return links[index][1] if index >= 0 else None
