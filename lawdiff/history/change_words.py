"""What a change is called: who made it, and what is not known of it, in a few words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from lawdiff.history.change import Change, ChangeKind
from lawdiff.history.changes import Comparison
from lawdiff.law.address import cite
from lawdiff.law.law_order import is_proposal
from lawdiff.law.marks import names, one_of
from lawdiff.law.phrases import count, in_words
from lawdiff.law.wording import Reason, State, Wording, in_order

SIGNS = {
    ChangeKind.INSERTED: "+",
    ChangeKind.REMOVED: "-",
    ChangeKind.CHANGED: "*",
    ChangeKind.REWORDED: "*",
    ChangeKind.POSSIBLE: "~",
    ChangeKind.UNPROVED: "<",
}
LEGEND = {
    "+": "not there on the first day, there on the second",
    "-": "there on the first day, not on the second",
    "*": "other words on the second day",
    "~": "a law may have changed it; one of the two wordings is not known",
}
WITH_LEGEND = {
    "+": "the proposal brings it",
    "-": "the proposal takes it out",
    "*": "the proposal gives it other words",
}
COUNTED = {kind: kind.value for kind in ChangeKind} | {
    ChangeKind.REMOVED: "excluded",
    ChangeKind.POSSIBLE: "possibly changed",
}
_PASSAGE_OF = {"en": "unnumbered passage of {}", "ru": "{}, абзац без номера", "kk": "{}, нөмірсіз абзац"}
_BROUGHT = ("insert", "move")
_ENDED = ("repeal", "move", "replace")


def period(comparison: Comparison) -> str:
    """What is compared: two days, or a day without a proposal and with it."""
    if comparison.proposal:
        return f"what {comparison.proposal} would change on {in_words(comparison.new_day)}"
    return f"changes from {in_words(comparison.old_day)} to {in_words(comparison.new_day)}"


def place(change: Change, language: str = "en") -> str:
    """Which words changed: "Article 7(1)(2)", "unnumbered passage of Article 52"."""
    cited = cite(change.eid, language)
    return _PASSAGE_OF.get(language, _PASSAGE_OF["en"]).format(cited) if change.is_passage else cited


def headline(change: Change) -> str:
    """What happened, and by which laws: "inserted by 452-IV", "possibly changed by 354-IV"."""
    match change.kind:
        case ChangeKind.INSERTED if change.is_backwards:
            return _before(change, "there", _ENDED)
        case ChangeKind.REMOVED if change.is_backwards:
            return _before(change, "not there", _BROUGHT)
        case ChangeKind.INSERTED:
            return _by(change, "inserted", _BROUGHT)
        case ChangeKind.REMOVED:
            return _by(change, "excluded", _ENDED)
        case ChangeKind.POSSIBLE:
            return f"possibly changed{_laws(' by ', change.by)}"
        case ChangeKind.UNPROVED:
            return "no change is known, and nothing proves it"
        case _ if change.is_renumbered:
            return f"renumbered{_laws(' by ', change.by)}"
        case kind:
            return f"{kind.value}{_laws(' by ', change.by)}"


_DONE = {"insert": "inserted", "repeal": "excluded", "move": "moved", "replace": "replaced"}


def _by(change: Change, word: str, kinds: Collection[str]) -> str:
    """The laws that did it, else the act itself; the other laws in between may have changed words as well."""
    did = _doing(change, kinds)
    others = tuple(reason for reason in change.by if reason not in did)
    more = f"; {one_of(others)}{names(others)} may have changed it" if others else ""
    done = f"{_done(did, word)}{_laws(' by ', did)}" if did else f"{word} with the act itself"
    return f"{done}{more}"


def _before(change: Change, word: str, kinds: Collection[str]) -> str:
    """The laws before which it had not been done: the second day is the earlier."""
    did = _doing(change, kinds)
    if not did:
        return f"{word} before the act itself began"
    done = _done(did, "inserted" if kinds is _BROUGHT else "excluded")
    return f"{word} before {one_of(did)}{names(did)} {done} it"


def _doing(change: Change, kinds: Collection[str]) -> tuple[Reason, ...]:
    """The laws whose effects are of these kinds; what ended a text may be told of in other words."""
    did = tuple(reason for reason in change.by if reason.kind in kinds)
    return did or (change.by if kinds is _ENDED else ())


def _done(did: Sequence[Reason], otherwise: str) -> str:
    """What laws that all did the same did: "moved", "replaced"."""
    done = {_DONE.get(reason.kind, otherwise) for reason in did}
    return done.pop() if len(done) == 1 else otherwise


def _laws(word: str, reasons: tuple[Reason, ...]) -> str:
    return f"{word}{one_of(reasons)}{names(reasons)}" if reasons else ""


def remarks(change: Change, language: str = "en") -> Iterator[str]:
    """What else must be said of a change: what is not known, and what moved where."""
    unknown = [
        f"{word} wording {how}"
        for word, how in (("old", _doubt(change.old)), ("new", _doubt(change.new)))
        if how
    ]
    if unknown:
        reasons = (*change.old.because, *change.new.because)
        laws = names(in_order([reason for reason in reasons if not is_proposal(reason.law)]))
        what = _WHAT.get(change.kind, "")
        yield f"{what}{' and '.join(unknown)}{f' ({laws})' if laws else ''}"
    old, new = ("first day's", "second day's") if change.is_backwards else ("old", "new")
    went, came = ("came from", "went to") if change.is_backwards else ("went to", "were those of")
    if change.moved_to:
        yield f"the {old} words {went} {cite(change.moved_to, language)}"
    if change.moved_from:
        yield f"the {new} words {came} {cite(change.moved_from, language)}"


_WHAT = {ChangeKind.REWORDED: "words changed; ", ChangeKind.POSSIBLE: "words may have changed; "}


def _doubt(wording: Wording) -> str:
    """How a wording is not known, "" where it is, or where only the horizon lies before its day."""
    if wording.state is State.UNCERTAIN:
        return "uncertain"
    unknown = wording.state in (State.LATER, State.UNRECORDED)
    return "unknown" if unknown or (wording.state is State.EARLIER and wording.because) else ""


def sides(change: Change) -> Iterator[tuple[str, str]]:
    """The wordings that may be shown where no redline can be drawn, each with what it is."""
    old, new = change.old, change.new
    if old.text is not None and old.text == new.text and State.UNCERTAIN not in (old.state, new.state):
        both = {_status(old), _status(new)} - {""}
        yield (" and ".join(sorted(both)) or "wording", old.text)
        return
    possible: dict[str, list[str]] = {}
    for word, side in (("old", old), ("new", new)):
        if side.text is not None:
            status = _status(side)
            yield (f"{word}, {status}" if status else word, side.text)
        for each in side.possibilities:
            if each.text is not None and word not in possible.setdefault(each.text, []):
                possible[each.text].append(word)
    yield from ((f"{' and '.join(words)}, possibly", text) for text, words in possible.items())


def _status(wording: Wording) -> str:
    if wording.state is State.LATER:
        return "only recorded later"
    return "last recorded" if wording.state is State.EARLIER else ""


def proved(comparison: Comparison) -> tuple[list[Change], int]:
    """The changes, and how many texts have only no proof that they stayed as they were."""
    shown = [change for change in comparison.changes if change.kind is not ChangeKind.UNPROVED]
    return shown, len(comparison.changes) - len(shown)


def unproved_sentence(number: int) -> str:
    """What is said of texts after the horizon, all at once."""
    return (
        f"{count(number, 'more text')}: no change is known, but nothing proves the wording of one of the "
        "two days; what is recorded last may not be the law of that day."
    )
