"""The search for an address among the provisions of an act: which it may mean, or what is nearest to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import replace

from lawdiff.law.address import NOUN, SHORT, cite, format_address
from lawdiff.law.address_pattern import CONTAINERS, ITEM, Part, parse_address, quoted
from lawdiff.law.eid import EId, number_order
from lawdiff.law.errors import UsageError

_SUGGESTED = 5  # at most so many provisions are named in an error
_ANY = "*"  # a number that matches every number, never one that was written
_LEFT_OUT = CONTAINERS | {"para", "subpara", "al"}  # levels that an address need not name


def search(text: str, known: Collection[EId]) -> tuple[EId, ...]:
    """The provision or the range that the text means among the known ones, as `resolve_address` gives it."""
    pattern = parse_address(text)
    first = _one(pattern.parts, known)
    if pattern.until is None:
        return (first,)
    last = _one((*pattern.parts[:-1], pattern.until), known)
    start, end = number_order(first.number), number_order(last.number)
    ends = f"from {format_address(first)} to {format_address(last)}"
    if (first.parent, first.kind) != (last.parent, last.kind):
        raise UsageError(f"{quoted(text)} runs {ends}, which do not stand in one row")
    if end < start:
        raise UsageError(f"{quoted(text)} runs backwards, {ends}")
    row = [eid for eid in known if (eid.parent, eid.kind) == (first.parent, first.kind)]
    return _in_order(eid for eid in row if start <= number_order(eid.number) <= end)


def _one(parts: tuple[Part, ...], known: Collection[EId]) -> EId:
    """The single provision that the parts name."""
    found = _named(parts, known)
    if not found:
        raise UsageError(_missing(parts, known))
    if len(found) > 1:
        raise UsageError(f"{quoted(_said(parts))} could be {_list(found)}; say which")
    return found[0]


def _named(parts: tuple[Part, ...], known: Collection[EId]) -> tuple[EId, ...]:
    """The provisions that the parts may mean; one that leaves no level out is meant before all others."""
    left_out = {eid: count for eid in known if (count := _left_out(parts, eid)) is not None}
    found = [eid for eid, count in left_out.items() if count == 0] or list(left_out)
    if not found and any(part.names_own_text for part in parts[1:]):
        return _named(_without_own_text(parts), known)
    numbers = {part.number for part in parts if part.number}
    as_written = [eid for eid in found if numbers <= {number for _, number in eid.segments}]
    return _in_order(as_written or found)


def _left_out(parts: tuple[Part, ...], eid: EId) -> int | None:
    """How many levels of the eId the parts leave out, None if they cannot mean it; read from the inside."""
    segments = eid.segments
    count = 0
    at = len(segments) - 1
    passed_over: frozenset[str] = frozenset()
    for part in reversed(parts):
        while at >= 0 and not _means(part, *segments[at]):
            if segments[at][0] not in passed_over:
                return None
            count, at = count + 1, at - 1
        if at < 0:
            return None
        at -= 1
        passed_over = _may_leave_out(part)
    if any(kind not in CONTAINERS for kind, _ in segments[: at + 1]):
        return None
    return count + at + 1


def _means(part: Part, kind: str, number: str) -> bool:
    return kind in part.kinds and part.number.lower() in (number.lower(), _ANY)


def _may_leave_out(part: Part) -> frozenset[str]:
    """The levels that may be missing just before the part. A number without a word, as in `51.2`, only
    leaves out passages: `7.2` is paragraph 2, never a subparagraph 2 of some paragraph."""
    if part.directly or part.kinds[0] in ("heading", "intro"):
        return frozenset()
    return frozenset({"al"}) if part.kinds == ITEM else frozenset(_LEFT_OUT)


def _without_own_text(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts without the other names of an own text: "art 1 passage 1 sub 14" is Article 1(14).

    What followed such a name stands under it directly: Article 51 has no "passage 1 sub 2".
    """
    named = [parts[0]]
    directly = False
    for part in parts[1:]:
        if part.names_own_text:
            directly = True
        else:
            named.append(replace(part, directly=directly))
            directly = False
    return tuple(named)


def _missing(parts: tuple[Part, ...], known: Collection[EId]) -> str:
    """The sentence for parts that name nothing: where they lead astray, and the nearest that there is."""
    if parts[0].kinds[0] in ("act", "title", "text"):
        return f"{quoted(_said(parts))} is not a provision; leave the address out to see the whole act"
    depth = next((depth for depth in range(len(parts) - 1, 0, -1) if _named(parts[:depth], known)), 0)
    parents = _named(parts[:depth], known) if depth else ()
    wanted, number = parts[depth], parts[depth].number
    siblings = _named((*parts[:depth], replace(wanted, number=_ANY)), known) if number else ()
    sentence = f"there is no {_noun(wanted, parents, siblings)} {number}".rstrip()
    if parents:
        sentence += f" in {cite(parents[0]) if len(parents) == 1 else quoted(_said(parts[:depth]))}"
    if depth and wanted.kinds == ("art",) and (articles := _named(parts[depth:], known)):
        return f"{sentence}: an article is named without its chapter; did you mean {_list(articles)}?"
    start, _, end = number.partition("-")
    if {start, end} <= {eid.number for eid in siblings} and number_order(start) < number_order(end):
        meant = (*parts[:depth], replace(wanted, number=f"{start}..{end}"))
        return f"{sentence}; for a range write {_said(meant)}"
    near = _nearest(number, siblings) or _inside(parents, number, known) or parents
    return f"{sentence}; did you mean {_list(near)}?" if near else f"{sentence} in this act"


def _noun(wanted: Part, parents: tuple[EId, ...], siblings: tuple[EId, ...]) -> str:
    """What to call a part that is not there; a number without a word is called what stands there instead."""
    if siblings:
        kind = siblings[0].kind
    else:
        kind = wanted.kinds[-1] if parents and parents[0].kind == "para" else wanted.kinds[0]
    return NOUN.get(kind, kind)


def _inside(parents: tuple[EId, ...], number: str, known: Collection[EId]) -> tuple[EId, ...]:
    """What stands in the parents under that number but is of another kind, else their nearest children."""
    inside = [eid for eid in known if any(eid.parent and eid.parent.within(parent) for parent in parents)]
    same_number = _in_order(eid for eid in inside if number and eid.number == number)
    return same_number or _nearest(number, [eid for eid in inside if eid.parent in parents])


def _nearest(number: str, eids: Iterable[EId]) -> tuple[EId, ...]:
    """The few whose numbers stand next to the number, in the order of the text."""
    row = sorted((eid for eid in eids if eid.number), key=lambda eid: (number_order(eid.number), eid.order))
    at = bisect_left([number_order(eid.number) for eid in row], number_order(number))
    by_distance = sorted(range(len(row)), key=lambda index: (abs(index - at + 0.5), index))
    return _in_order(row[index] for index in by_distance[:_SUGGESTED])


def _in_order(eids: Iterable[EId]) -> tuple[EId, ...]:
    return tuple(sorted(eids, key=lambda eid: (eid.order, eid)))


def _said(parts: tuple[Part, ...]) -> str:
    """The parts as a person would type them."""
    kinds = ["" if part.kinds == ITEM else SHORT.get(part.kinds[0], part.kinds[0]) for part in parts]
    return " ".join(f"{kind} {part.number}".strip() for kind, part in zip(kinds, parts, strict=True))


def _list(eids: tuple[EId, ...]) -> str:
    """The addresses as a choice: "art 7 para 1 sub 2 or art 7 para 3 sub 2"."""
    named = [format_address(eid) for eid in eids[:_SUGGESTED]]
    if len(eids) > _SUGGESTED:
        named.append(f"{len(eids) - _SUGGESTED} more")
    return " or ".join(filter(None, (", ".join(named[:-1]), named[-1])))
