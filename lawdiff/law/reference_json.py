"""The JSON form of a reference: keys never change meaning once released."""

from __future__ import annotations

from lawdiff.law.json_form import Json
from lawdiff.law.reference import Reference, ReferenceKind


def reference_json(each: Reference) -> Json:
    """One reference. `span` counts characters of the source's text; `act` is another act, if it is one."""
    other = each.kind is ReferenceKind.OTHER_ACT
    return {
        "source": each.source,
        "span": list(each.span),
        "words": each.words,
        "kind": each.kind.value,
        "certainty": each.certainty.value,
        "target": each.target,
        "exists": each.exists,
        "act": {
            "title": each.act.title if each.act else each.act_title,
            "number": each.act_number or None,
            "adopted": each.act.adopted.isoformat() if each.act else None,
            "held": (each.act.held or None) if each.act else None,
            "source": each.act.source if each.act else None,
        }
        if other
        else None,
        "reason": each.reason or None,
        "state": each.state.value,
    }
