"""A comparison of two days as JSON: keys never change meaning once released (DESIGN section 8)."""

from __future__ import annotations

from collections import Counter

from lawdiff.history.change import Change, ChangeKind
from lawdiff.history.change_counts import by_article, by_law
from lawdiff.history.changes import Comparison
from lawdiff.law.json_form import Json, possibilities_json, reason_json
from lawdiff.law.wording import State, Wording


def comparison_json(comparison: Comparison, stat: bool) -> Json:
    """`diff --json`; with `--stat` the counts stand in the place of the changes."""
    timelines = comparison.timelines
    found: Json = {
        "law": timelines.act.id,
        "language": timelines.language,
        "from": comparison.old_day.isoformat(),
        "to": comparison.new_day.isoformat(),
        "clock": timelines.clock.value,
        "evidence": timelines.scope.value,
        "horizon": timelines.horizon.isoformat(),
        "provision": comparison.provision,
        "cautions": list(comparison.cautions),
    }
    if comparison.proposal:
        found["proposal"] = comparison.proposal
    if stat:
        articles, laws = by_article(comparison.changes), by_law(comparison.changes)
        found["stat"] = {
            "provisions": {eid: _counted(kinds) for eid, kinds in articles.items()},
            "laws": {law: _counted(kinds) for law, kinds in laws.items()},
        }
    else:
        found["changes"] = [change_json(change) for change in comparison.changes]
    return found


def _counted(kinds: Counter[ChangeKind]) -> dict[str, int]:
    return {kind.value: number for kind, number in kinds.items()}


def change_json(change: Change) -> Json:
    """One change; `redline` is null where one of the wordings is not known for certain."""
    pieces = change.pieces
    return {
        "eid": change.eid,
        "kind": change.kind.value,
        "by": [reason_json(reason) for reason in change.by],
        "moved_to": change.moved_to,
        "moved_from": change.moved_from,
        "old": wording_json(change.old),
        "new": wording_json(change.new),
        "redline": None if pieces is None else [{"op": op.value, "text": text} for op, text in pieces],
    }


def wording_json(wording: Wording) -> Json:
    """A wording with its state and reasons, as in an answer."""
    found: Json = {
        "text": wording.text,
        "state": wording.state.value,
        "because": [reason_json(reason) for reason in wording.because],
    }
    if wording.state is State.UNCERTAIN:
        found["possibilities"] = possibilities_json(wording)
    return found
