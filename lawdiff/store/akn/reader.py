"""An Akoma Ntoso file that lawdiff wrote, read back; any other file is refused, with the line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from lawdiff.law.answer import Answer, Node
from lawdiff.law.errors import SourceError
from lawdiff.law.timeline import Clock, EvidenceScope
from lawdiff.store.akn.body_reader import BodyReader
from lawdiff.store.akn.document import ActDocument
from lawdiff.store.akn.editor_notes import notes_read
from lawdiff.store.akn.knowledge import Knowledge, commencement_read
from lawdiff.store.akn.lifecycle import periods_read
from lawdiff.store.akn.modifications import effects_read
from lawdiff.store.akn.references import laws_read
from lawdiff.store.akn.vocabulary import AKN, FORMAT, LD
from lawdiff.store.akn.writer import write_akn
from lawdiff.store.akn.xml_parser import MAX_BYTES, parse_xml
from lawdiff.store.akn.xml_tree import Element


def read_akn_file(path: Path) -> ActDocument:
    """The document in a file; never more of it than `MAX_BYTES` is read."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as problem:
        raise SourceError(f"{path}: cannot be read ({problem.strerror})") from None
    return read_akn(data, str(path))


def read_akn(data: bytes, name: str = "the Akoma Ntoso file") -> ActDocument:
    """The document that `write_akn` wrote, byte for byte.

    What was read is written again and compared, so that nothing of the file is lost or misread. SourceError
    for any other file: no XML, another vocabulary, with a document type, too large, or changed by hand in a
    way that lawdiff does not write.
    """
    try:
        document = _document(parse_xml(data))
        again = write_akn(document).encode()
    except ValueError as problem:
        raise SourceError(f"{name}: {problem}; lawdiff reads the Akoma Ntoso that it writes") from None
    if again != data:
        line = _first_difference(data, again)
        raise SourceError(f"{name}: line {line} is not as lawdiff writes it; export the act again")
    return document


def _document(root: Element) -> ActDocument:
    if root.name != "akomaNtoso" or (root.attributes.get("xmlns"), root.attributes.get("xmlns:ld")) != (
        AKN,
        LD,
    ):
        raise ValueError(f"line {root.line}: <{root.name[:40]}> is not an <akomaNtoso> of lawdiff")
    portion = root.first("portion")
    top = portion or root.one("act")
    meta = top.one("meta")
    block = meta.one("proprietary")
    terms = block.one("ld:answer")
    if terms.value("format") != FORMAT:
        raise ValueError(f"line {terms.line}: its format is {terms.value('format')[:20]!r}, not {FORMAT}")
    knowledge = Knowledge.read(block, periods_read(meta))
    body = BodyReader(top, knowledge)
    node = body.node()
    return ActDocument(
        answer=_answer(meta, terms, block, node, node.eid if portion else None),
        commencement=commencement_read(terms),
        periods=body.periods,
        marks={reason: mark for mark, reason in knowledge.reasons.items()},
        laws=tuple(laws_read(meta.one("references"))),
        effects=tuple(effects_read(meta)),
        notes=tuple(notes_read(meta)),
        opening=body.lines("preface"),
        closing=body.lines("conclusions"),
        links=body.links,
    )


def _answer(meta: Element, terms: Element, block: Element, node: Node, provision: str | None) -> Answer:
    work = meta.one("identification", "FRBRWork")
    return Answer(
        act=terms.value("act"),
        act_number=work.one("FRBRnumber").value("value"),
        act_adopted=dt.date.fromisoformat(work.one("FRBRdate").value("date")),
        act_title=work.one("FRBRalias").value("value"),
        language=terms.value("language"),
        day=dt.date.fromisoformat(terms.value("date")),
        clock=Clock(terms.value("clock")),
        scope=EvidenceScope(terms.value("evidence")),
        horizon=dt.date.fromisoformat(terms.value("horizon")),
        provision=provision,
        cautions=tuple(caution.text for caution in block.one("ld:cautions").elements),
        node=node,
        act_kind=terms.attributes.get("kind", "law"),
        act_issuer=terms.attributes.get("issuer", ""),
    )


def _first_difference(one: bytes, other: bytes) -> int:
    """The line on which two texts begin to differ."""
    lines = list(zip(one.split(b"\n"), other.split(b"\n"), strict=False))
    return next((at for at, (left, right) in enumerate(lines, start=1) if left != right), len(lines) + 1)
