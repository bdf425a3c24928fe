"""The JSON form of answers (DESIGN section 8): keys never change meaning once released."""

from __future__ import annotations

from typing import Any

from lawdiff.law.answer import Answer, Node
from lawdiff.law.finding import Finding
from lawdiff.law.wording import Reason, State, Wording

Json = dict[str, Any]


def answer_json(answer: Answer) -> Json:
    """`asof --json`."""
    return terms_json(answer) | {"node": node_json(answer.node)}


def terms_json(answer: Answer) -> Json:
    """The terms on which an answer is given: all of it but what was asked for."""
    found: Json = {
        "law": answer.act,
        "language": answer.language,
        "date": answer.day.isoformat(),
        "clock": answer.clock.value,
        "evidence": answer.scope.value,
        "horizon": answer.horizon.isoformat(),
    }
    if answer.editions:
        found["editions"] = [{"file": file, "date": day.isoformat()} for file, day in answer.editions]
    found["provision"] = answer.provision
    found["cautions"] = list(answer.cautions)
    return found


def node_json(node: Node) -> Json:
    """A provision on a day, with its children."""
    found: Json = {"eid": node.eid, "num": node.num, "heading": None}
    if node.heading:
        found["heading"] = {
            "text": node.heading.text,
            "state": node.heading.state.value,
            "because": [reason_json(reason) for reason in node.heading.because],
        }
        if node.heading.possibilities:
            found["heading"]["possibilities"] = possibilities_json(node.heading)
    found["text"] = node.wording.text
    found["state"] = node.wording.state.value
    found["because"] = [reason_json(reason) for reason in node.wording.because]
    if node.wording.state is State.UNCERTAIN:
        found["possibilities"] = possibilities_json(node.wording)
    if node.edition:
        found["edition"] = node.edition
    found["note"] = node.note or None
    found["children"] = [node_json(child) for child in node.children]
    return found


def possibilities_json(wording: Wording) -> list[Json]:
    """What an uncertain wording may have been."""
    return [
        {
            "state": each.state.value,
            "text": each.text,
            "because": [reason_json(reason) for reason in each.because],
        }
        for each in wording.possibilities
    ]


def reason_json(reason: Reason) -> Json:
    """A law that decides a state. `in_force` is the first day it may be in force; where that is the first
    day of a window, `in_force_latest` is the day from which it certainly is."""
    when = reason.commencement
    found: Json = {
        "law": reason.law,
        "adopted": reason.adopted.isoformat() if reason.adopted else None,
        "in_force": when.first.isoformat() if when else None,
        "basis": when.basis.value if when else "unknown",
        "kind": reason.kind,
        "certainty": reason.certainty,
        "source": reason.source,
    }
    if when and when.is_window:
        found["in_force_latest"] = when.last.isoformat()
    return found


def finding_json(finding: Finding) -> Json:
    """One finding of `check --json`."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "where": finding.where,
        "file": finding.file,
        "line": finding.line,
        "message": finding.message,
    }
