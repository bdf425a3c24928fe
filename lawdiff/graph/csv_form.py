"""The graph as CSV: one row an effect, or one a reference, for a spreadsheet or R."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from lawdiff.graph.amendment_graph import AmendmentGraph, EffectEdge
from lawdiff.graph.quoting import csv_cell
from lawdiff.law.address import cite
from lawdiff.law.reference import Reference

COLUMNS = (
    "law", "title", "adopted", "published", "in_force", "in_force_latest", "basis", "target", "cited",
    "article", "chapter", "kind", "certainty", "certain", "one_of", "announced", "footnote", "part_of",
    "moved_to", "source", "line",
)  # fmt: skip


def graph_csv(graph: AmendmentGraph) -> str:
    """A header and a row for each effect, by law and text; `yes` or `no` where a column asks a question.

    Quoted as RFC 4180 has it; `in_force_latest` is the day from which the effect certainly is in force.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    titles = {law.number: law.title for law in graph.laws}
    rank = {law.number: index for index, law in enumerate(graph.laws)}
    for edge in sorted(graph.effects, key=lambda edge: rank[edge.law]):
        writer.writerow([csv_cell(value) for value in _row(edge, graph, titles[edge.law])])
    return out.getvalue()


REFERENCE_COLUMNS = (
    "source", "cited", "words", "kind", "certainty", "target", "exists", "act", "act_title", "state",
    "reason",
)  # fmt: skip


def references_csv(graph: AmendmentGraph) -> str:
    """A header and a row for each reference, by the text; `exists` is empty where that is not known."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(REFERENCE_COLUMNS)
    for each in graph.references:
        writer.writerow([csv_cell(value) for value in _reference_row(each, graph.language)])
    return out.getvalue()


def _reference_row(each: Reference, language: str) -> Iterator[object]:
    yield from (each.source, cite(each.source, language), each.words, each.kind.value, each.certainty.value)
    yield from (each.target, "" if each.exists is None else _yes(each.exists))
    yield from (each.act_number, each.act.title if each.act else each.act_title)
    yield from (each.state.value, each.reason)


def _row(edge: EffectEdge, graph: AmendmentGraph, title: str) -> Iterator[object]:
    when = edge.commencement
    yield from (edge.law, title, edge.adopted, edge.published)
    yield from (when and when.first, when and when.last, when.basis.value if when else "unknown")
    yield from (edge.target, cite(edge.target, graph.language))
    outer = [edge.target, *graph.containers(edge.target)]
    for kind in ("art", "chp"):
        yield next((eid.number for eid in outer if eid.kind == kind), "")
    yield from (edge.kind.value, edge.certainty.value, _yes(edge.is_certain), " ".join(edge.candidates))
    yield from (_yes(edge.announced), _yes(edge.has_note), edge.part_of, edge.moved_to)
    yield from (edge.source, edge.line)


def _yes(answer: bool) -> str:
    return "yes" if answer else "no"
