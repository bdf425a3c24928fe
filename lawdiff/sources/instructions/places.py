"""Where the places of instructions are in the act: the sentences around them, and the law itself, tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from lawdiff.law.act_text import ACT, TITLE, TextNode, find_node, heading_of
from lawdiff.law.address import cite, format_address, resolve_address
from lawdiff.law.eid import EId, number_order
from lawdiff.law.errors import SourceError, UsageError
from lawdiff.sources.instructions.address_words import AddressWords, may_hold


@dataclass(slots=True)
class Places:
    """The act, and the places that the sentences read so far have opened, with the depth of each."""

    root: TextNode
    _open: list[tuple[int, EId]] = field(default_factory=list)
    _item: int = 0  # the depth of the list item that was opened last
    _depth: int = 0
    _known: frozenset[EId] = frozenset()

    def __post_init__(self) -> None:
        eids = {node.eid for node in self.root.walk()} - {ACT}
        self._known = frozenset(eids)

    def open(self, words: AddressWords, depth: int) -> None:
        """From here on, sentences at this depth and below speak of that place."""
        found = self.find(words)
        self._open = [(at, eid) for at, eid in self._open if _is_outer(eid, found)]
        self._open.append((max(depth, self._depth), found))

    def enter(self, depth: int, begins_item: bool) -> None:
        """A sentence at this depth: what deeper lists opened is over, and what the item before it opened.

        A paragraph of its own behind an item goes on with it, as bills are printed: "1) in Article 7:", "in
        paragraph 1:", "subparagraph 2) shall be excluded;", each on a line.
        """
        if begins_item:
            self._item = depth
        self._depth = depth or self._item
        depth = self._depth
        self._open = [(at, eid) for at, eid in self._open if at < depth or (at == depth and not begins_item)]

    def find(self, words: AddressWords) -> EId:
        """The place that the words mean here. A heading is that of what they name, or of what is open;
        `__al_1` the first passage alone. SourceError where there is none."""
        if words.is_act:
            return TITLE if words.is_heading else ACT
        context = self._titled() if words.is_heading and not words.levels else self._context(words)
        eid = self._resolve(context, words.levels) if words.levels else context
        return heading_of(eid) if words.is_heading else eid

    def spelled(self, words: AddressWords) -> EId:
        """The place as it is written, whether it is there or not. SourceError where no article is named."""
        context = self._context(words)
        is_outer = bool(words.levels) and words.levels[0][0] in ("chp", "art", "preamble")
        levels = (*(() if context == ACT or is_outer else context.segments), *words.levels)
        if not levels or levels[0][0] not in ("chp", "art", "preamble"):
            raise SourceError("it is not said in which article it stands")
        eid = EId("__".join(f"{kind}_{number}" if number else kind for kind, number in levels))
        return heading_of(eid) if words.is_heading else eid

    def home(self, words: AddressWords, what: tuple[tuple[str, str], ...]) -> EId:
        """The place that the words mean for something new under it, given by its last level."""
        head = AddressWords((*words.levels, *what[:-1]), (), False, words.is_act)
        if head.levels or words.is_act:
            return self.find(head)
        return self._context(AddressWords(what))

    def _titled(self) -> EId:
        """The innermost open place that has a title: "the title" in paragraph 1 is that of its article."""
        return next((eid for _, eid in reversed(self._open) if eid.kind in ("art", "chp")), ACT)

    def _context(self, words: AddressWords) -> EId:
        """The innermost open place that can hold what is named."""
        for _, eid in reversed(self._open):
            if eid == ACT or not words.levels or may_hold(eid.kind, words.levels[0][0]):
                return eid
        return ACT

    def _resolve(self, context: EId, levels: tuple[tuple[str, str], ...]) -> EId:
        if levels[-1] == ("al", "1"):
            holder = self._resolve(context, levels[:-1]) if levels[:-1] else context
            node = find_node(self.root, holder)
            if node is None or node.text is None or holder == ACT:
                raise SourceError(f"{cite(holder)} has no passage of its own; name its paragraph")
            return holder.child("al", "1")
        inside = () if context == ACT or levels[0][0] in ("chp", "art", "preamble") else context.segments
        eid = EId("__".join(f"{kind}_{number}" if number else kind for kind, number in (*inside, *levels)))
        if eid in self._known:
            return eid
        if eid.segments[0][0] not in ("chp", "art", "preamble"):
            raise SourceError(
                f"it is not said in which article {cite(eid)} stands; write “of Article 7” behind it, or "
                "“in Article 7:” before it"
            )
        try:
            (found,) = resolve_address(format_address(eid), self._known)
        except (UsageError, ValueError):
            raise SourceError(self._not_there(eid)) from None
        return found

    def _not_there(self, eid: EId) -> str:
        """Why an eId names nothing: its levels leave something out, or the number is not there."""
        meant = [each for each in self._known if _leaves_out(eid, each)]
        if len(meant) > 1:
            names = " or ".join(cite(each) for each in sorted(meant, key=lambda each: each.order)[:4])
            return f"{cite(eid)} could be {names}; say which"
        row = [
            node.eid
            for node in self.root.walk()
            if (node.eid.kind, node.eid.parent) == (eid.kind, eid.parent)
        ]
        if not row:
            return f"there is no {cite(eid)} in the law"
        row.sort(key=lambda each: number_order(each.number))
        behind = next((at for at, each in enumerate(row) if each.order > eid.order), len(row))
        near = " and ".join(cite(each) for each in row[max(behind - 1, 0) : behind + 1])
        return f"there is no {cite(eid)} in the law; next to it would be {near}"


def _leaves_out(short: EId, eid: EId) -> bool:
    """Whether the levels are those of an eId with some in the middle left out."""
    rest = iter(eid.segments)
    return short.segments[-1] == eid.segments[-1] and all(level in rest for level in short.segments)


def _is_outer(eid: EId, found: EId) -> bool:
    """Whether an open place stays open when another one is opened: only what that one stands in."""
    return found != eid and (eid == ACT or eid.kind == "chp" or found.within(eid))
