"""What AKN has no place for: on what terms the answer is given, the reasons, possibilities, printed notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lawdiff.law.answer import Answer, Node
from lawdiff.law.commencement import Basis, Commencement
from lawdiff.law.wording import Possibility, Reason, State
from lawdiff.store.akn.document import ActDocument, Period, texts_of
from lawdiff.store.akn.vocabulary import FORMAT
from lawdiff.store.akn.xml_tree import Element, tag


def proprietary(document: ActDocument) -> Element:
    """The `proprietary` block, in lawdiff's own namespace."""
    top, marks = document.answer.node, document.marks
    return tag(
        "proprietary",
        {"source": "#lawdiff"},
        _terms(document.answer, document.commencement),
        tag("ld:cautions", {}, *(tag("ld:caution", {}, each) for each in document.answer.cautions)),
        tag("ld:reasons", {}, *(_reason(reason, mark) for reason, mark in marks.items())),
        *_possibilities(top, marks),
        *(tag("ld:printed", {"about": node.eid}, node.note) for node in top.walk() if node.note),
    )


def _terms(answer: Answer, when: Commencement) -> Element:
    return tag(
        "ld:answer",
        {
            "format": FORMAT,
            "act": answer.act,
            "language": answer.language,
            "date": f"{answer.day}",
            "clock": answer.clock.value,
            "evidence": answer.scope.value,
            "horizon": f"{answer.horizon}",
            "kind": answer.act_kind if answer.act_kind != "law" else None,
            "issuer": answer.act_issuer or None,
            **_days(when),
        },
    )


def _days(when: Commencement) -> dict[str, str | None]:
    return {"first": f"{when.first}", "last": f"{when.last}", "basis": when.basis.value}


def _reason(reason: Reason, mark: str) -> Element:
    when = reason.commencement
    return tag(
        "ld:reason",
        {
            "id": mark,
            "law": reason.law,
            "adopted": f"{reason.adopted}" if reason.adopted else None,
            **(_days(when) if when else {}),
            "kind": reason.kind,
            "certainty": reason.certainty,
            "source": reason.source,
        },
    )


def _possibilities(top: Node, marks: Mapping[Reason, str]) -> Iterator[Element]:
    for eid, wording in texts_of(top):
        if wording.possibilities:
            inside = (_possibility(each, marks) for each in wording.possibilities)
            yield tag("ld:possibilities", {"about": eid}, *inside)


def _possibility(each: Possibility, marks: Mapping[Reason, str]) -> Element:
    because = " ".join(marks[reason] for reason in each.because) or None
    words = () if each.text is None else (tag("ld:text", {}, each.text),)
    return tag("ld:possibility", {"state": each.state.value, "because": because}, *words)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the metadata of a file tells of its texts, by the names that the texts use."""

    reasons: Mapping[str, Reason]
    periods: Mapping[str, Period]
    possibilities: Mapping[str, tuple[Possibility, ...]]
    printed: Mapping[str, str]

    @classmethod
    def read(cls, block: Element, periods: Mapping[str, Period]) -> Knowledge:
        """What the proprietary block tells, with the intervals that stand elsewhere."""
        reasons = {each.value("id"): _reason_read(each) for each in block.one("ld:reasons").elements}
        possibilities = {
            each.value("about"): tuple(_possibility_read(one, reasons) for one in each.elements)
            for each in block.all("ld:possibilities")
        }
        printed = {each.value("about"): each.text for each in block.all("ld:printed")}
        return cls(reasons, periods, possibilities, printed)

    def because(self, names: str, line: int) -> tuple[Reason, ...]:
        """The reasons of an attribute, "r3 r7"."""
        return _because(names, self.reasons, line)


def _because(names: str, reasons: Mapping[str, Reason], line: int) -> tuple[Reason, ...]:
    for name in names.split():
        if name not in reasons:
            raise ValueError(f"line {line}: there is no reason {name!r}")
    return tuple(reasons[name] for name in names.split())


def _possibility_read(element: Element, reasons: Mapping[str, Reason]) -> Possibility:
    words = element.first("ld:text")
    because = _because(element.attributes.get("because", ""), reasons, element.line)
    return Possibility(State(element.value("state")), words.text if words else None, because)


def _reason_read(element: Element) -> Reason:
    adopted = element.attributes.get("adopted")
    return Reason(
        law=element.value("law"),
        adopted=dt.date.fromisoformat(adopted) if adopted else None,
        commencement=commencement_read(element) if "first" in element.attributes else None,
        kind=element.value("kind"),
        certainty=element.value("certainty"),
        source=element.value("source"),
    )


def commencement_read(element: Element) -> Commencement:
    """The commencement in the attributes `first`, `last` and `basis`."""
    first, last = (dt.date.fromisoformat(element.value(name)) for name in ("first", "last"))
    return Commencement(first, last, Basis(element.value("basis")))
