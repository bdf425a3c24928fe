"""What a bill makes of each text: words substituted, wordings replaced, titles given, provisions excluded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lawdiff.history.does_not_apply import DoesNotApply
from lawdiff.history.words_cut import Cut, with_cuts
from lawdiff.law.act_text import (
    EXCLUDED,
    NOT_KNOWN,
    TITLE,
    TextNode,
    eids_inside,
    find_node,
    heading_of,
    words_at,
)
from lawdiff.law.address import cite
from lawdiff.law.amendment import TEXT, Change, Exclude, Insert, Retitle, Reword, Substitute
from lawdiff.law.eid import EId
from lawdiff.law.words_found import Span, spans_of


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place of words in a text, and what comes there."""

    span: Span
    new: str
    change: Substitute


class AmendedWords:
    """The changes of a bill by the text or node that they are about, checked against the act before it."""

    def __init__(self, root: TextNode, changes: Sequence[Change]) -> None:
        self._root = root
        self._cuts: dict[EId, list[_Cut]] = {}
        self._whole: dict[EId, Change] = {}
        self._claimed: dict[EId, Change] = {}
        for change in changes:
            if isinstance(change, Reword | Retitle | Exclude):
                self._take_whole(change)
        for change in changes:
            if isinstance(change, Substitute):
                self._take_words(change)
            elif isinstance(change, Insert | Reword):
                self._must_have_words(change)

    def after(self, node: TextNode) -> TextNode:
        """The node after the changes that are about itself; its children are those given."""
        whole = self._whole.get(node.eid)
        if isinstance(whole, Reword):
            return whole.node
        if isinstance(whole, Exclude):
            gone = (EXCLUDED, None) if node.heading is not None else (None, EXCLUDED)
            return TextNode(node.eid, node.num, *gone)
        own = self._whole.get(node.eid.child("al", "1"))
        title = self._whole.get(heading_of(node.eid))
        heading = (
            title.heading if isinstance(title, Retitle) else self._amended(heading_of(node.eid), node.heading)
        )
        text = own.node.text if isinstance(own, Reword) else self._amended(node.eid, node.text)
        return (
            node
            if (heading, text) == (node.heading, node.text)
            else replace(node, heading=heading, text=text)
        )

    def _amended(self, eid: EId, text: str | None) -> str | None:
        if text is None or eid not in self._cuts:
            return text
        return with_cuts(text, (Cut(*cut.span, cut.new) for cut in self._cuts[eid]))

    def _take_whole(self, change: Reword | Retitle | Exclude) -> None:
        node = self._there(change.target, change)
        is_whole = not (isinstance(change, Retitle) or change.target.names_own_text)
        if isinstance(change, Exclude) and (change.target.names_own_text or node.is_excluded):
            why = (
                "is excluded already; leave this out"
                if node.is_excluded
                else "goes on with what is under it; reword it"
            )
            raise DoesNotApply(change, f"{cite(change.target)} {why}")
        if isinstance(change, Reword) and not isinstance(change, Exclude):
            _must_differ(node, change)
        texts = list(eids_inside(node)) if is_whole else [change.target.own]
        for eid in texts:
            self._claim(eid, change)
        self._whole[change.target] = change

    def _take_words(self, change: Substitute) -> None:
        if not change.old.strip():
            raise DoesNotApply(change, "the quotation is empty; quote the words as the law has them")
        if change.old == change.new:
            raise DoesNotApply(change, f"“{change.old}” would be substituted by itself; leave this out")
        found = [(eid, span) for eid, text in self._scope(change) for span in spans_of(text, change.old)]
        where = "the law" if change.target == TEXT else cite(change.target)
        if not found:
            raise DoesNotApply(
                change, f"the words “{change.old}” do not stand in {where}{self._near(change)}"
            )
        if len(found) > 1 and not change.everywhere:
            raise DoesNotApply(
                change,
                f"the words “{change.old}” stand {len(found)} times in {where}; "
                "quote more of the text around them, or write “wherever they occur”",
            )
        for eid, span in found:
            if eid in self._claimed and change.target == TEXT:
                continue  # what the same bill rewords is not reached (R6)
            if eid in self._claimed:
                raise DoesNotApply(
                    change, f"{cite(eid)} is given as a whole by another amendment; put the words there"
                )
            self._take_cut(eid, _Cut(span, change.new, change))

    def _take_cut(self, eid: EId, cut: _Cut) -> None:
        cuts = self._cuts.setdefault(eid, [])
        for other in cuts:
            if cut.span[0] < other.span[1] and other.span[0] < cut.span[1]:
                raise DoesNotApply(
                    cut.change,
                    f"“{cut.change.old}” and “{other.change.old}” overlap in {cite(eid)}; "
                    "make one amendment of them",
                )
        cuts.append(cut)

    def _scope(self, change: Substitute) -> Iterator[tuple[EId, str]]:
        """The texts in which the words are looked for: titles only where they are named, or the whole act."""
        if change.target == TEXT:
            yield from _known(self._root.texts())
            return
        node = self._there(change.target, change)
        if change.target == TITLE or change.target.kind == "heading":
            yield from _known([(change.target, node.heading or "")])
        elif change.target.names_own_text:
            yield from _known([(node.eid, node.text or "")])
        else:
            yield from _known((each.eid, each.text) for each in node.walk() if each.text is not None)

    def _near(self, change: Substitute) -> str:
        """Where the words do stand, or what the place says in other letters."""
        texts = list(_known(self._root.texts()))
        for _, text in self._scope(change):
            at = text.lower().find(change.old.lower())
            if at >= 0:
                return f"; it says “{_whole_words(text, at, at + len(change.old))}”"
        elsewhere = [cite(eid) for eid, text in texts if spans_of(text, change.old)]
        return f"; they stand in {', '.join(elsewhere[:3])}" if elsewhere else ""

    def _there(self, eid: EId, change: Change) -> TextNode:
        node = find_node(self._root, eid)
        is_heading = eid == TITLE or eid.kind == "heading"
        if node is None or (is_heading and node.heading is None):
            raise DoesNotApply(change, f"there is no {cite(eid)} in the law")
        words = node.heading if is_heading else node.text
        if node.is_excluded and not isinstance(change, Exclude):
            raise DoesNotApply(
                change, f"{cite(eid)} is excluded; its number stays and nothing can be changed in it"
            )
        if words == NOT_KNOWN and isinstance(change, Substitute):
            raise DoesNotApply(
                change, f"the wording of {cite(eid)} is not known; give it a new wording instead"
            )
        return node

    def _must_have_words(self, change: Insert | Reword) -> None:
        """What is shown where words are gone or not known is no wording that a bill can give."""
        for eid, text in change.node.texts():
            if text in (EXCLUDED, NOT_KNOWN) and words_at(self._root, eid) != text:
                what = "order the exclusion instead" if text == EXCLUDED else "give the words"
                raise DoesNotApply(change, f"“{text}” is no wording of {cite(eid)}; {what}")

    def _claim(self, eid: EId, change: Change) -> None:
        if eid in self._claimed:
            raise DoesNotApply(change, f"{cite(eid)} is changed by two amendments; make one of them")
        self._claimed[eid] = change


def _whole_words(text: str, start: int, end: int) -> str:
    """A piece of a text with the whole of the words that it begins and ends in."""
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


def _must_differ(node: TextNode, change: Reword) -> None:
    same = change.node.text == node.text if change.target.names_own_text else change.node == node
    if same:
        raise DoesNotApply(
            change, f"the new wording of {cite(change.target)} is the one it has; leave this out"
        )


def _known(texts: Iterator[tuple[EId, str]] | list[tuple[EId, str]]) -> Iterator[tuple[EId, str]]:
    return ((eid, text) for eid, text in texts if text not in (EXCLUDED, NOT_KNOWN))
