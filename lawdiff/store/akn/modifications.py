"""The effects as passive modifications: source, destination, force, old and new words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from lawdiff.law.clause import Clause
from lawdiff.law.commencement import Basis, Commencement
from lawdiff.law.effect import Cause, Certainty, Effect, Kind
from lawdiff.law.eid import EId, is_eid
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.store.akn.lifecycle import Lifecycle
from lawdiff.store.akn.uris import Uris, law_uri
from lawdiff.store.akn.vocabulary import MODIFICATIONS, UNTOLD
from lawdiff.store.akn.xml_tree import Element, flag, tag

_WHOLE = ("act", "text")  # targets that are no provision: everything, or the words throughout


class Modifications:
    """Writes effects; `held` are the eIds that the document of the day has."""

    def __init__(self, uris: Uris, held: Collection[EId], lifecycle: Lifecycle) -> None:
        self._uris = uris
        self._held = held
        self._lifecycle = lifecycle

    def element(self, effects: tuple[Effect, ...]) -> Element:
        """The `analysis` block."""
        written = (self._modification(effect, number) for number, effect in enumerate(effects, start=1))
        return tag("analysis", {"source": "#lawdiff"}, tag("passiveModifications", {}, *written))

    def _modification(self, effect: Effect, number: int) -> Element:
        force = self._lifecycle.force(effect)
        return tag(
            "textualMod",
            {
                "type": MODIFICATIONS[effect.kind],
                "eId": f"pmod_{number}",
                "incomplete": flag(effect.kind in UNTOLD),
                "ld:kind": effect.kind.value,
                "ld:certainty": effect.certainty.value,
                "ld:from-facts": flag(effect.from_facts),
                "ld:announced": flag(effect.announced),
                "ld:same-words": flag(effect.same_words),
                "ld:source": effect.source,
                "ld:line": None if effect.line is None else f"{effect.line}",
            },
            *(self._source(cause) for cause in effect.causes),
            self._destination(effect),
            *([tag("force", {"period": force})] if force else []),
            *(tag("old", {}, _words(old)) for old, _ in effect.substitutions),
            *(tag("new", {}, _words(new)) for _, new in effect.substitutions),
            *([tag("new", {}, _words(effect.text))] if effect.text is not None else []),
            *([tag("new", {"href": self._href(effect.moved_to)})] if effect.moved_to else []),
        )

    def _source(self, cause: Cause) -> Element:
        when = cause.commencement
        is_named = cause.law != UNKNOWN_LAW and cause.adopted
        return tag(
            "source",
            {
                "href": law_uri(self._uris.country, cause.adopted, cause.law)
                if is_named and cause.adopted
                else None,
                "ld:law": cause.law,
                "ld:adopted": f"{cause.adopted}" if cause.adopted else None,
                "ld:clause": str(cause.clause),
                "ld:first": f"{when.first}",
                "ld:last": f"{when.last}",
                "ld:basis": when.basis.value,
            },
        )

    def _destination(self, effect: Effect) -> Element:
        return tag(
            "destination",
            {
                "href": self._href(effect.target),
                "ld:whole": effect.target if effect.target in _WHOLE else None,
                "ld:own-text": flag(effect.own_text_only),
            },
        )

    def _href(self, eid: EId) -> str:
        """Where a provision is: in this document, or, as it is not part of it that day, in the work."""
        if eid in _WHOLE:
            return self._uris.whole_work
        return f"#{eid}" if eid in self._held else self._uris.portion(eid)


def _words(text: str) -> Element:
    return tag("ld:text", {}, text)


def effects_read(meta: Element) -> Iterator[Effect]:
    """The effects of an `analysis` block."""
    analysis = meta.first("analysis")
    if analysis:
        for element in analysis.one("passiveModifications").all("textualMod"):
            yield _effect(element)


def _effect(element: Element) -> Effect:
    destination = element.one("destination")
    olds = [old.one("ld:text").text for old in element.all("old")]
    words = [new for new in element.all("new") if "href" not in new.attributes]
    news = [new.one("ld:text").text for new in words]
    moved = [new for new in element.all("new") if "href" in new.attributes]
    line = element.attributes.get("ld:line")
    if len(news) not in (len(olds), len(olds) + 1):
        raise ValueError(f"line {element.line}: {len(olds)} old words and {len(news)} new ones")
    return Effect(
        kind=Kind(element.value("ld:kind")),
        target=_target(destination),
        causes=tuple(_cause(source) for source in element.all("source")),
        certainty=Certainty(element.value("ld:certainty")),
        source=element.value("ld:source"),
        own_text_only=destination.has("ld:own-text"),
        substitutions=tuple(zip(olds, news, strict=False)),
        text=news[len(olds)] if len(news) > len(olds) else None,
        moved_to=_target(moved[0]) if moved else None,
        same_words=element.has("ld:same-words"),
        announced=element.has("ld:announced"),
        line=int(line) if line is not None else None,
        from_facts=element.has("ld:from-facts"),
    )


def _target(element: Element) -> EId:
    href = element.value("href")
    named = href[1:] if href.startswith("#") else href.rpartition("~")[2]
    eid = element.attributes.get("ld:whole", named)
    if not is_eid(eid):
        raise ValueError(f"line {element.line}: {href!r} names no provision")
    return EId(eid)


def _cause(element: Element) -> Cause:
    adopted = element.attributes.get("ld:adopted")
    first, last = (dt.date.fromisoformat(element.value(f"ld:{end}")) for end in ("first", "last"))
    return Cause(
        law=element.value("ld:law"),
        adopted=dt.date.fromisoformat(adopted) if adopted else None,
        commencement=Commencement(first, last, Basis(element.value("ld:basis"))),
        clause=Clause.parse(element.value("ld:clause")),
    )
