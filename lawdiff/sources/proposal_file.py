"""A proposal as it lies in its file: TOML front matter, the amending text, an explanatory note."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lawdiff.law.clause import Clause, ClauseKind
from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.bill_frame import BillFrame
from lawdiff.sources.instructions.outline import Entry, outline
from lawdiff.sources.instructions.plain_markdown import MarkdownLine, markdown_lines
from lawdiff.sources.toml_row import Row, read_utf8

FENCE = "+++"
AMENDMENTS = "Amendments"
NOTE = "Explanatory note"
DEFAULT_CLAUSE = Clause(ClauseKind.AFTER_PUBLICATION, count=10)  # Law No. 480-V, art. 42(3)
MAX_BYTES = 5_000_000
_CLAUSE = "commencement"
_KEYS = ("title", "act", "base", "language", "commencement", "proposer", "sweep")
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TOML_LINE = re.compile(r" \(at line (\d+), column \d+\)")
# What a spreadsheet or a browser would run: a drafter has no use for it, a prankster has.
_HTML = re.compile(r"<\s*[/!?A-Za-z]")
_FORMULA = re.compile(r"""(?:^[\s>]*|[“"«]\s*|\d[.)]\s+)(?:[=@][\w(+-]+|[+-][\w.]*\()""")
# The bill as `propose build` writes it, put back whole: "<strong>Article 1.</strong> To introduce ..."
_BILL_ARTICLE = re.compile(r"^<strong>(Article [0-9]{1,4}\.)</strong>(?= )", re.MULTILINE)
_HEAD_OF_BILL = re.compile(r"LAW(?: OF THE [A-Z ]+)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Sweep:
    """A term that the proposal replaces throughout, with all pairs of its forms: (("disabled child", "child
    with disabilities"), ("disabled children", "children with disabilities"))."""

    forms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProposalFile:
    """A proposal before the act is opened that it is about.

    `base` is the day whose text it changes, `commencement` its enforcement clause. `entries` are the
    amending text, `note` the Markdown of the explanatory note. `opening` names the act where a whole bill
    was put in.
    """

    slug: str
    path: str
    title: str
    act: str
    base: dt.date
    language: str
    commencement: Clause
    proposer: str
    sweeps: tuple[Sweep, ...]
    entries: tuple[Entry, ...]
    note: str
    opening: BillFrame | None = None


def read_proposal_file(path: Path) -> ProposalFile:
    """The proposal in a file, whose name is its slug. SourceError names the line of what is wrong."""
    if path.is_file() and path.stat().st_size > MAX_BYTES:
        raise SourceError(f"{path}: a proposal has no more than {MAX_BYTES:,} bytes")
    return read_proposal(read_utf8(path), path.stem, str(path))


def read_proposal(text: str, slug: str, path: str) -> ProposalFile:
    """The proposal in a text."""
    if not is_slug(slug):
        raise SourceError(
            f"{path}: a proposal is named in small letters, digits and hyphens, a letter first; rename "
            "the file"
        )
    front, body, body_line = _parted(text.replace("\r\n", "\n"), path)
    body = _BILL_ARTICLE.sub(r"\1", body)
    _refuse_code(_BILL_ARTICLE.sub(r"\1", text), path)
    row = _FrontMatter(front, path)
    lines = list(markdown_lines(body, body_line))
    title = _one_line(row.at("title"), "title")
    amending, note_line = _sections(lines, title, path)
    entries = tuple(outline(amending))
    frames = [entry for entry in entries if isinstance(entry, BillFrame)]
    note = "" if note_line is None else "\n".join(body.split("\n")[note_line - body_line + 1 :]).strip()
    return ProposalFile(
        slug=slug,
        path=path,
        title=title,
        act=row.at("act").text("act"),
        base=row.at("base").day("base"),
        language=row.at("language").text("language", "en"),
        commencement=_commencement(row, frames, path),
        proposer=_one_line(row.at("proposer"), "proposer") if row.has("proposer") else "",
        sweeps=tuple(_sweep(row.at("sweep"))),
        entries=entries,
        note=note,
        opening=next((frame for frame in frames if frame.act), None),
    )


def _commencement(row: _FrontMatter, frames: Sequence[BillFrame], path: str) -> Clause:
    """The enforcement clause, the bill's where the front matter has none. SourceError where they differ."""
    told = row.at(_CLAUSE).clause(_CLAUSE) if row.has(_CLAUSE) else None
    for frame in frames:
        if frame.clause and frame.clause != (told or frame.clause):
            raise SourceError(
                f"{path}:{frame.line}: the bill is enforced {frame.clause}, by the front matter {told}; "
                "make them equal"
            )
        told = frame.clause or told
    return told or DEFAULT_CLAUSE


def is_slug(text: str) -> bool:
    """Whether a text can name a proposal, its file and its branch."""
    return len(text) <= 60 and bool(_SLUG.fullmatch(text))


def _parted(text: str, path: str) -> tuple[str, str, int]:
    """The front matter, the rest, and the line on which the rest begins."""
    lines = text.split("\n")
    if lines[0].strip() != FENCE:
        raise SourceError(
            f"{path}:1: a proposal begins with its front matter, TOML between two lines of {FENCE}"
        )
    end = next((at for at, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if end is None:
        raise SourceError(f"{path}:1: the front matter is not closed; add a line {FENCE} behind it")
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2


def _refuse_code(text: str, path: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if found := _HTML.search(line):
            what = f"HTML ({line[found.start() :][:20]!r}) is no text of a law; write the words alone"
        elif found := _FORMULA.search(line):
            what = f"{found[0].strip()!r} begins a formula for a spreadsheet; begin with a word"
        elif found := _CONTROL.search(line):
            what = f"the control character U+{ord(found[0]):04X}, which nobody can see; remove it"
        else:
            continue
        raise SourceError(f"{path}:{number}: {what}")


class _FrontMatter:
    """The front matter, which knows on which line each of its keys stands. SourceError for an unknown one."""

    def __init__(self, text: str, path: str) -> None:
        try:
            self._values = tomllib.loads(text)
        except tomllib.TOMLDecodeError as problem:
            place = _TOML_LINE.search(f"{problem}")
            line = int(place[1]) + 1 if place else 1
            why = _TOML_LINE.sub("", f"{problem}")
            raise SourceError(
                f"{path}:{line}: the front matter is not TOML ({why}); mend it there or just above"
            ) from None
        except RecursionError:
            raise SourceError(f"{path}:1: the front matter is nested too deep; write it flat") from None
        self._path = path
        self._lines = text.split("\n")
        for key in self._values:
            if key not in _KEYS:
                raise self.at(key).error(f"nothing reads the key `{key}`; known are {', '.join(_KEYS)}")

    def has(self, key: str) -> bool:
        return key in self._values

    def at(self, key: str) -> Row:
        """The values as a row that stands on the line of that key; on the first where there is none."""
        begins = re.compile(rf"""\s*(?:\[\[\s*)?["']?{re.escape(key)}["']?\s*(?:=|\.|\]\])""")
        line = next((at for at, words in enumerate(self._lines, 2) if begins.match(words)), 1)
        return Row(Path(self._path), "", line, self._values)


def _one_line(row: Row, key: str) -> str:
    words = row.text(key)
    if "\n" in words:
        raise row.error(f"`{key}` must be one line")
    return " ".join(words.split())


def _sweep(row: Row) -> Iterator[Sweep]:
    rows = row.values.get("sweep", [])
    if not isinstance(rows, list):
        raise row.error("`sweep` must be a list of tables; write [[sweep]]")
    for each in rows:
        forms = each.get("forms", []) if isinstance(each, dict) else []
        if (
            not isinstance(forms, list)
            or not all(
                isinstance(pair, list)
                and len(pair) == 2
                and all(isinstance(word, str) and word for word in pair)
                for pair in forms
            )
            or not forms
        ):
            raise row.error(
                'a [[sweep]] needs `forms`, pairs such as [["disabled child", "child with disabilities"]]'
            )
        yield Sweep(tuple((old, new) for old, new in forms))


def _sections(lines: Sequence[MarkdownLine], title: str, path: str) -> tuple[list[MarkdownLine], int | None]:
    """The lines of the amending text, and the line of the heading of the note (None: there is none)."""
    found: list[MarkdownLine] = []
    section = ""
    for line in lines:
        if section and line.level and _is_head_of_bill(line.text, title):
            continue
        if line.level:
            section = line.text.strip().lower()
            if section == NOTE.lower():
                return found, line.line
            if section != AMENDMENTS.lower():
                raise SourceError(
                    f"{path}:{line.line}: “{line.text[:60]}” is no section of a proposal; "
                    f"it has “## {AMENDMENTS}” and then “## {NOTE}”"
                )
        elif section:
            found.append(line)
        else:
            raise SourceError(
                f"{path}:{line.line}: these words stand before “## {AMENDMENTS}”; put them behind it"
            )
    return found, None


def _is_head_of_bill(heading: str, title: str) -> bool:
    """Whether a heading stands over a bill that was put in whole: "LAW OF THE REPUBLIC ...", or its title."""
    words = " ".join(heading.split())
    return bool(_HEAD_OF_BILL.fullmatch(words)) or words == title
