"""The wording that a bill gives for a provision, read from its lines as the law itself is read."""

from __future__ import annotations

from collections.abc import Sequence

from lawdiff.law.act_text import EXCLUDED, TextNode, numeral
from lawdiff.law.address import cite
from lawdiff.law.edition import Provision
from lawdiff.law.eid import EId, number_order
from lawdiff.law.errors import SourceError
from lawdiff.sources.edition_body import Body, Growing
from lawdiff.sources.lines import STRUCTURE, SourceLine, source_lines, whole_line
from lawdiff.sources.note_lines import NOTES

_INDENT = "      "


def read_wording(target: EId, lines: Sequence[str]) -> TextNode:
    """The provision that these lines are, one line for each number, title or passage.

    >>> read_wording(EId("art_7__para_3__subpara_4-1"), ["4-1) other duties;"]).text
    'other duties;'

    SourceError where they are not that provision: another number, two provisions, a note of the editors.
    """
    read = _source_lines(target, lines)
    if not read:
        raise SourceError("the new wording is empty; write the words, one provision a line")
    if target == "preamble":
        return _preamble(target, read)
    if target.kind in ("chp", "art") and read[0].kind not in STRUCTURE:
        raise SourceError(
            f"the new wording must be {cite(target)} with its title; "
            f"begin it with “{numeral(target)}. ...” on a line of its own"
        )
    body, holder = _body_at(target)
    body.read(read)
    found = holder.children if holder else body.top
    if len(found) != 1 or found[0].eid != target:
        there = " and ".join(f"“{node.num}”" if node.num else "a passage without number" for node in found)
        begins = f"begins with “{numeral(target)}”" if numeral(target) else "is one line without a number"
        raise SourceError(f"the new wording must be {cite(target)} alone, which {begins}; it is {there}")
    node = text_node(found[0].finished())
    _must_count(node)
    return node


def _preamble(target: EId, lines: Sequence[SourceLine]) -> TextNode:
    """A preamble, which has no numbers: a line that begins with one is a passage like the others."""
    first, *others = (whole_line(line).text for line in lines)
    passages = (TextNode(target.child("al", f"{at}"), "", text=text) for at, text in enumerate(others, 2))
    return TextNode(target, "", text=first, children=tuple(passages))


def _must_count(node: TextNode) -> None:
    """SourceError where numbers of a new wording stand twice or in another order than they count."""
    last: dict[tuple[str, EId | None], EId] = {}
    for each in node.walk():
        eid = each.eid
        if "-x" in eid:
            raise SourceError(f"{each.num} stands twice in the new wording; give each its own number")
        before = last.get((eid.kind, eid.parent))
        if before and number_order(before.number) > number_order(eid.number):
            raise SourceError(f"in the new wording {cite(eid)} stands behind {cite(before)}; order them")
        last[eid.kind, eid.parent] = eid


def read_body(lines: Sequence[str], headings: Sequence[bool]) -> tuple[TextNode, ...]:
    """The chapters and articles of a whole act from its lines; `headings` marks those that are titles."""
    printed = [
        line if is_heading else _INDENT + line for line, is_heading in zip(lines, headings, strict=True)
    ]
    read = list(source_lines("\n".join(printed)))
    _no_notes(read)
    if read and read[0].kind not in STRUCTURE:
        raise SourceError(f"“{read[0].passage.text[:60]}” stands before any chapter or article")
    return tuple(text_node(node) for node in Body().read(read))


def text_node(node: Provision) -> TextNode:
    """A provision of an edition as plain words."""
    children = tuple(text_node(child) for child in node.children)
    heading = node.heading.text if node.heading else None
    text = node.text.text if node.text else None
    if node.is_excluded and node.eid.kind != "chp":
        titled = node.heading or node.eid.kind == "art"
        return TextNode(node.eid, node.num, *((EXCLUDED, None) if titled else (None, EXCLUDED)))
    return TextNode(node.eid, node.num, heading, text, children)


def _source_lines(target: EId, lines: Sequence[str]) -> list[SourceLine]:
    """The lines told apart. A title stands flush left as in the law; a line inside an article that begins
    with "Article 5" is a passage."""
    printed = []
    for at, line in enumerate(lines):
        flush = target.kind == "chp" or (target.kind == "art" and at == 0)
        is_title = flush and next(source_lines(line)).kind in STRUCTURE if line.strip() else False
        printed.append(line if is_title else _INDENT + line)
    read = list(source_lines("\n".join(printed)))
    _no_notes(read)
    return read


def _no_notes(lines: Sequence[SourceLine]) -> None:
    for line in lines:
        if line.kind in NOTES:
            raise SourceError(
                f"“{line.passage.text[:60]}” is a note of the editors, no words of law; leave it out"
            )


def _body_at(target: EId) -> tuple[Body, Growing | None]:
    """A body that stands where the target belongs, and the node that it will hang under."""
    body = Body()
    holder: Growing | None = None
    for kind, number in target.segments[:-1]:
        eid = holder.eid.child(kind, number) if holder else EId(f"{kind}_{number}")
        node = Growing(eid, passages=1)
        match kind:
            case "art":
                body.article = node
            case "para":
                body.paragraph = node
            case "al":
                body.passage = node
        holder = node
    if target.kind == "al" and holder and target.number.isdigit():
        holder.passages = int(target.number) - 1
    return body, holder
