"""The graph as JSON (DESIGN section 8): laws, provisions, effects, references; keys never change meaning."""

from __future__ import annotations

from lawdiff.graph.amendment_graph import AmendmentGraph, EffectEdge, LawNode, ProvisionNode
from lawdiff.law.address import cite
from lawdiff.law.commencement import Commencement
from lawdiff.law.json_form import Json
from lawdiff.law.reference_json import reference_json


def graph_json(graph: AmendmentGraph) -> Json:
    """`graph --json`. An effect's `target` is the eId of a provision listed, its `law` a law's number.

    `references` are as in `refs --json`, those of the day `references_on`; their `source` and `target` are
    provisions listed too. `unsearched` are texts whose words of that day are not known.
    """
    return {
        "law": graph.act.id,
        "language": graph.language,
        "evidence": graph.scope.value,
        "part": graph.question or None,
        "laws": [law_json(law) for law in graph.laws],
        "provisions": [provision_json(node, graph.language) for node in graph.provisions],
        "effects": [effect_json(edge) for edge in graph.effects],
        "references": [reference_json(each) for each in graph.references],
        "references_on": graph.day_references.day.isoformat() if graph.day_references else None,
        "unsearched": list(graph.day_references.unsearched) if graph.day_references else [],
        "reworded": [{"law": row.law, "target": row.target, "source": row.source} for row in graph.reworded],
    }


def law_json(law: LawNode) -> Json:
    """A law with its days: one commencement for each day on which effects of it begin."""
    return {
        "number": law.number,
        "title": law.title or None,
        "title_official": law.title_official or None,
        "adopted": law.adopted.isoformat() if law.adopted else None,
        "published": law.published.isoformat() if law.published else None,
        "commencements": [commencement_json(when) for when in law.commencements],
        "announced": law.announced,
        "proposed": law.proposed,
    }


def provision_json(node: ProvisionNode, language: str) -> Json:
    """A provision; `within` is the eId of what it stands in, `unit` of its article."""
    return {
        "eid": node.eid,
        "cited": cite(node.eid, language),
        "num": node.num,
        "heading": node.title or None,
        "unit": node.unit,
        "within": node.within,
        "printed": node.is_printed,
    }


def effect_json(edge: EffectEdge) -> Json:
    """An effect. `one_of` are all candidate laws, `certain` whether this law did it at this place, `footnote`
    whether a note that stands there names it, `part_of` the target of the effect it is a detail of."""
    return {
        "law": edge.law,
        "target": edge.target,
        "kind": edge.kind.value,
        "adopted": edge.adopted.isoformat() if edge.adopted else None,
        "published": edge.published.isoformat() if edge.published else None,
        **commencement_json(edge.commencement),
        "certainty": edge.certainty.value,
        "certain": edge.is_certain,
        "one_of": list(edge.candidates),
        "announced": edge.announced,
        "proposed": edge.proposed,
        "footnote": edge.has_note,
        "part_of": edge.part_of,
        "own_text_only": edge.own_text_only,
        "moved_to": edge.moved_to,
        "substitutions": [{"old": old, "new": new} for old, new in edge.substitutions],
        "source": edge.source,
        "line": edge.line,
        "confirmed_by": edge.confirmed_by or None,
    }


def commencement_json(when: Commencement | None) -> Json:
    """The first day in force and its basis; `in_force_latest` where the day is known as a window."""
    found: Json = {"in_force": when.first.isoformat() if when else None}
    found["basis"] = when.basis.value if when else "unknown"
    if when and when.is_window:
        found["in_force_latest"] = when.last.isoformat()
    return found
