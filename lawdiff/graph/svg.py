"""The matrix drawn as SVG, for a page or a paper: no program to install, the same bytes each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lawdiff.graph.amendment_graph import AmendmentGraph, LawNode, ProvisionNode
from lawdiff.graph.labels import chapter_of, unit_label
from lawdiff.graph.matrix import Cell, Mark, Matrix, matrix_of
from lawdiff.graph.quoting import one_line, xml_text
from lawdiff.graph.svg_shapes import number, sign_svg
from lawdiff.graph.svg_words import description, law_summary, sign_words, unit_summary
from lawdiff.law.address import capitalised, cite
from lawdiff.law.eid import EId

COLUMN, ROW, GAP = 16.0, 20.0, 7.0  # GAP is the space between two chapters
LEFT, TOP, RIGHT = 176.0, 118.0, 46.0
FRAME = 24.0
INK, SOFT, RULE, BAND = "#1a1a1a", "#595959", "#c8c8c8", "#f3f3f0"
FONTS = "'Liberation Sans', 'DejaVu Sans', Arial, Helvetica, sans-serif"


@dataclass(frozen=True, slots=True)
class SvgLinks:
    """Where the name of a law and of an article lead on a page that holds the drawing; "" for nowhere."""

    law: Callable[[str], str]
    unit: Callable[[EId], str]


_NOWHERE = SvgLinks(lambda _: "", lambda _: "")


@dataclass(frozen=True)
class _Plan:
    """Where everything stands: the middle of each column and row, and the size of the drawing."""

    columns: dict[EId, float]
    chapters: list[tuple[str, float, float]]
    rows: dict[str, float]
    announced_from: float | None
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return max(self.right + RIGHT + FRAME, 760)


def graph_svg(graph: AmendmentGraph, links: SvgLinks = _NOWHERE) -> str:
    """A drawing of the matrix: a row for each law by commencement, a column for each article by chapter.

    It has a title and a description, every row and column a label that says all of it in words, and every
    sign its own words, for screen readers and as tooltips. For a script, rows and signs have the law as
    `data-law`, columns and signs the article as `data-unit`; a `band` covers the whole of each.
    """
    matrix = matrix_of(graph)
    plan = _plan(graph, matrix)
    legend = list(_legend(matrix, plan.bottom + 46, plan.width))
    height = plan.bottom + 46 + 22 * (1 + max((row for row, _ in legend), default=0)) + FRAME
    parts = [
        *_head(graph, matrix, plan.width, height),
        *_frame(matrix, plan),
        *_chapters(plan),
        *_columns(matrix, plan, links),
        *_rows(graph, matrix, plan, links),
        '<g role="group" aria-label="Legend">',
        *(drawn for _, drawn in legend),
        "</g>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _plan(graph: AmendmentGraph, matrix: Matrix) -> _Plan:
    """The columns with a gap between chapters, the rows with one before the laws only announced."""
    columns: dict[EId, float] = {}
    chapters: list[tuple[str, float, float]] = []
    x, previous = LEFT + FRAME, EId("act")
    for unit in matrix.units:
        chapter = chapter_of(graph, unit.eid) if unit.eid.kind == "art" else None
        group = chapter.eid if chapter else unit.eid if unit.eid.kind != "art" else EId("act")
        if columns and group != previous:
            x += GAP
        if chapter:
            start = chapters.pop()[1] if group == previous else x
            chapters.append((capitalised(cite(chapter.eid, graph.language)), start, x + COLUMN))
        columns[unit.eid], previous = x + COLUMN / 2, group
        x += COLUMN
    rows: dict[str, float] = {}
    y, announced_from = TOP + FRAME, None
    for law in matrix.laws:
        if law.pending and announced_from is None:
            y += 8 if rows else 0
            announced_from = y
        rows[law.number] = y + ROW / 2
        y += ROW
    return _Plan(columns, chapters, rows, announced_from, x, y)


def _head(graph: AmendmentGraph, matrix: Matrix, width: float, height: float) -> Iterator[str]:
    size = f'width="{number(width)}" height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}"'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="graphics-document document" '
        f'aria-roledescription="matrix" aria-labelledby="amendments-title amendments-desc" lang="en" '
        f'font-family="{FONTS}" font-size="11" fill="{INK}">'
    )
    act = graph.act
    title = f"Who amended the Law of {act.adopted} No. {act.number} “{act.title}”"
    yield f'<title id="amendments-title">{xml_text(one_line(title))}</title>'
    yield f'<desc id="amendments-desc">{xml_text(description(graph, matrix))}</desc>'
    yield f'<rect width="{number(width)}" height="{number(height)}" fill="#ffffff"/>'
    shown = _short(title, (width - 2 * FRAME) / 8.2)
    yield f'<text x="{FRAME}" y="{FRAME + 14}" font-size="16" font-weight="bold">{xml_text(shown)}</text>'
    below = "Laws by the first day they may be in force (+: the first day of a window); articles by chapter"
    yield f'<text x="{FRAME}" y="{FRAME + 32}" fill="{SOFT}">{below}</text>'
    if graph.question:
        part = xml_text(_short(f"Only a part: {graph.question}", width / 5.6))
        yield f'<text x="{FRAME}" y="{FRAME + 48}">{part}</text>'


def _short(words: str, longest: float) -> str:
    """The words on one line, cut where they are longer than the drawing has room for."""
    shown = one_line(words)
    return shown if len(shown) <= longest else shown[: int(longest) - 1].rstrip() + "…"


def _frame(matrix: Matrix, plan: _Plan) -> Iterator[str]:
    """Bands behind every second row, and the rule above the laws that are only announced."""
    for index, law in enumerate(matrix.laws):
        if index % 2 == 0:
            y = number(plan.rows[law.number] - ROW / 2)
            across = number(plan.right + RIGHT - FRAME)
            yield f'<rect x="{FRAME}" y="{y}" width="{across}" height="{ROW}" fill="{BAND}"/>'
    if plan.announced_from is not None:
        y = number(plan.announced_from - 4)
        ends = f'x1="{FRAME}" x2="{number(plan.right + RIGHT)}" y1="{y}" y2="{y}"'
        yield f'<line {ends} stroke="{INK}" stroke-dasharray="4 3"/>'


def _chapters(plan: _Plan) -> Iterator[str]:
    top = TOP + FRAME
    for name, start, end in plan.chapters:
        y = number(top - 48)
        ends = f'x1="{number(start + 1)}" x2="{number(end - 1)}" y1="{y}" y2="{y}"'
        yield f'<line {ends} stroke="{INK}"/>'
        middle = number((start + end) / 2)
        short = "ch. " if end - start > 30 else ""
        shown = name if end - start > 60 else name.replace("Chapter ", short)
        yield f'<text x="{middle}" y="{number(top - 53)}" text-anchor="middle">{xml_text(shown)}</text>'


def _columns(matrix: Matrix, plan: _Plan, links: SvgLinks) -> Iterator[str]:
    """The articles' numbers, a thin rule down each column, and how many laws touched it."""
    top = TOP + FRAME
    for unit in matrix.units:
        x, cells = plan.columns[unit.eid], matrix.of_unit(unit.eid)
        words = xml_text(unit_summary(_full(unit), cells))
        yield f'<g role="graphics-object group" aria-label="{words}" data-unit="{unit.eid}">'
        yield _band(x - COLUMN / 2, top - 46, COLUMN, plan.bottom - top + 68)
        ends = f'x1="{number(x)}" x2="{number(x)}" y1="{number(top)}" y2="{number(plan.bottom)}"'
        yield f'<line {ends} stroke="{RULE}" stroke-width="0.5"/>'
        yield _linked(
            links.unit(unit.eid),
            f'<text transform="translate({number(x + 4)} {number(top - 6)}) rotate(-90)">'
            f"<title>{xml_text(_full(unit))}</title>{xml_text(unit_label(unit.eid))}</text>",
        )
        laws = len([cell for cell in cells if not cell.pending])
        if laws:
            y = number(plan.bottom + 15)
            yield f'<text x="{number(x)}" y="{y}" text-anchor="middle" fill="{SOFT}">{laws}</text>'
        yield "</g>"
    y = number(plan.bottom + 15)
    yield f'<text x="{FRAME + 4}" y="{y}" fill="{SOFT}">{_counted(matrix)}</text>'


def _counted(matrix: Matrix) -> str:
    """What the numbers below the columns leave out."""
    kinds = dict.fromkeys(law.pending for law in matrix.laws if law.pending)
    return f"laws, without the {' and '.join(kinds)}" if kinds else "laws"


def _full(unit: ProvisionNode) -> str:
    return one_line(f"{unit_label(unit.eid, full=True)}. {unit.title}".rstrip(". "))


def _band(x: float, y: float, width: float, height: float) -> str:
    """What covers a row or a column: it is not seen, and feels the pointer."""
    size = f'width="{number(width)}" height="{number(height)}"'
    return (
        f'<rect class="band" x="{number(x)}" y="{number(y)}" {size} fill="#ffd000" fill-opacity="0" '
        'pointer-events="all"/>'
    )


def _linked(address: str, drawn: str) -> str:
    return f'<a href="{xml_text(address)}">{drawn}</a>' if address else drawn


def _rows(graph: AmendmentGraph, matrix: Matrix, plan: _Plan, links: SvgLinks) -> Iterator[str]:
    for law in matrix.laws:
        y = plan.rows[law.number]
        cells = matrix.of_law(law.number)
        words = xml_text(law_summary(law, cells, graph))
        name = xml_text(one_line(law.number))
        yield f'<g role="graphics-object group" aria-label="{words}" data-law="{name}">'
        yield _band(FRAME, y - ROW / 2, plan.right + RIGHT - FRAME, ROW)
        yield from _law_label(law, y, links)
        for cell in cells:
            yield _sign(cell, plan.columns[cell.unit], y)
        reach = len([cell for cell in cells if cell.unit.kind == "art"])
        x = number(plan.right + 20)
        yield f'<text x="{x}" y="{number(y + 4)}" text-anchor="end" fill="{SOFT}">{reach}</text>'
        yield "</g>"
    place = f"translate({number(plan.right + 20)} {number(TOP + FRAME - 6)}) rotate(-90)"
    yield f'<text transform="{place}" fill="{SOFT}">articles</text>'


def _law_label(law: LawNode, y: float, links: SvgLinks) -> Iterator[str]:
    name = "unknown law" if law.is_unknown else law.number
    base = number(y + 4)
    yield _linked(
        links.law(law.number),
        f'<text x="{FRAME + 4}" y="{base}" font-weight="bold">{xml_text(one_line(name))}</text>',
    )
    when = law.commencements[0] if law.commencements else None
    if when:
        day = f"{when.first}{'+' if when.is_window else ''}"
        style = ' font-style="italic"' if law.pending else ""
        shown = f"{day} {law.pending}" if law.pending else day
        yield f'<text x="{FRAME + 62}" y="{base}" fill="{SOFT}"{style}>{shown}</text>'


def _sign(cell: Cell, x: float, y: float) -> str:
    drawn = sign_svg(
        cell.mark,
        x,
        y,
        hollow=not cell.is_certain,
        silent=cell.is_silent and not cell.pending,
        is_open=cell.is_open,
    )
    words = xml_text(sign_words(cell))
    return (
        f'<g role="graphics-symbol img" aria-label="{words}" data-unit="{cell.unit}">'
        f"<title>{words}</title>{drawn}</g>"
    )


def _legend(matrix: Matrix, top: float, width: float) -> Iterator[tuple[int, str]]:
    """A row number and an entry for each sign that was used, and for what changes a sign."""
    cells = list(matrix.cells.values())
    used = {cell.mark for cell in cells}
    entries = [(mark, mark.legend, (False, False, False)) for mark in Mark if mark in used]
    if any(not cell.is_certain for cell in cells):
        entries.append((Mark.AMENDED, "hollow: perhaps; not proven for this law", (True, False, False)))
    if any(cell.is_silent for cell in cells):
        entries.append((Mark.AMENDED, "line below: no footnote there names the law", (False, True, False)))
    if any(cell.is_open for cell in cells):
        words = "ring: may have done more there: one of several laws did"
        entries.append((Mark.AMENDED, words, (False, False, True)))
    x, row = FRAME + 10, 0
    for mark, words, (hollow, silent, is_open) in entries:
        length = 34 + 6.1 * len(words)
        if x + length > width - FRAME and x > FRAME + 10:
            x, row = FRAME + 10, row + 1
        y = top + 22 * row
        drawn = sign_svg(mark, x, y, hollow=hollow, silent=silent, is_open=is_open)
        yield row, f'{drawn}<text x="{number(x + 14)}" y="{number(y + 4)}">{words}</text>'
        x += length
