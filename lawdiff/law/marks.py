"""The marks beside a wording and the words that go with them: never colour alone (DESIGN section 4)."""

from __future__ import annotations

from lawdiff.law.answer import Node
from lawdiff.law.law_order import is_proposal
from lawdiff.law.phrases import listed
from lawdiff.law.wording import HIDES, Reason, State, Wording

MARKS = {
    State.RECORDED: " ",
    State.RESTORED: "=",
    State.LATER: "~",
    State.EARLIER: "<",
    State.UNRECORDED: "?",
    State.ABSENT: "-",
    State.UNCERTAIN: "!",
    State.PROPOSED: "+",
    State.MIXED: " ",
}
LEGEND = {
    State.RESTORED: "restored: worked out by undoing a substitution whose words a note gives",
    State.LATER: "later: only a later wording is recorded; the laws named may have changed it in between",
    State.EARLIER: "earlier: the last recorded wording, not proof of the law of that day",
    State.UNRECORDED: "unrecorded: no source has the wording of that day",
    State.ABSENT: "absent: not part of the law that day",
    State.UNCERTAIN: "uncertain: the sources allow more than one answer",
    State.PROPOSED: "proposed: no law; what the proposal would make of the text",
}


def legend(states: set[State]) -> list[str]:
    """A line for each mark that was used."""
    return [f"  {MARKS[state]}  {LEGEND[state]}" for state in LEGEND if state in states]


def explanation(wording: Wording) -> str:
    """Why a wording stands as it does, in a few words for the reader of that one line."""
    return explain(wording.state, wording.because)


def explain(state: State, because: tuple[Reason, ...]) -> str:
    """The words behind a mark, with the laws that decide it."""
    laws = names(because)
    match state:
        case State.RESTORED:
            return f"restored: the words that {laws} substituted are put back"
        case State.LATER:
            return f"later wording: {one_of(because)}{laws} may have changed it since that day"
        case State.EARLIER:
            return f"last recorded wording{_since(because)}"
        case State.UNRECORDED:
            return _unrecorded(because, laws)
        case State.ABSENT:
            return _absent(because, laws)
        case State.UNCERTAIN:
            return f"uncertain, because of {laws}" if laws else "uncertain"
        case State.PROPOSED:
            return _proposed(because)
        case _:
            return ""


def _since(because: tuple[Reason, ...]) -> str:
    """Why the last recorded wording is no proof: what may have changed it, that is known by name or not."""
    hiding = tuple(reason for reason in because if reason.kind == HIDES)
    if hiding:
        return f"; laws that no note names may have changed it before {names(hiding)}"
    return f"; {one_of(because)}{names(because)} may have changed it by that day" if because else _NO_PROOF


_NO_PROOF = ", not proof for that day"


def _unrecorded(because: tuple[Reason, ...], laws: str) -> str:
    kinds = {reason.kind for reason in because}
    if kinds == {"repeal"}:
        return f"it was there; no source has its wording, {one_of(because)}{laws} excluded it"
    if kinds == {"insert"}:
        return f"inserted by {one_of(because)}{laws}; no source has its wording"
    return f"no source has the wording of that day, reworded by {one_of(because)}{laws}"


_PROPOSED = {"insert": "inserted", "repeal": "excluded", "move": "moved to another number"}


def _proposed(because: tuple[Reason, ...]) -> str:
    """What a proposal would do to a text, and the laws that may have changed it besides."""
    proposals = [reason for reason in because if is_proposal(reason.law)]
    if not proposals:
        return "proposed"
    done = f"would be {_PROPOSED.get(proposals[0].kind, 'changed')} by {proposals[0].law}; no law"
    laws = tuple(reason for reason in because if reason not in proposals)
    return f"{done}; {names(laws)} may have changed it too" if laws else done


def _absent(because: tuple[Reason, ...], laws: str) -> str:
    if not because:
        return "not in force yet: the act itself had not begun"
    kinds = {reason.kind for reason in because}
    who = f"{one_of(because)}{laws}"
    if kinds == {"insert"}:
        return f"not there yet: inserted by {who}"
    if kinds == {"repeal"}:
        return f"excluded by {who}"
    if kinds == {"move"}:
        return f"not under this number: moved by {who}"
    return f"not part of the law that day: {who}"


def one_of(because: tuple[Reason, ...]) -> str:
    """ "one of " where a single law of the several did it, and no source tells which."""
    several = len(because) > 1 and all(reason.certainty in ("one_of", "inferred") for reason in because)
    return "one of " if several else ""


def gone(node: Node) -> str:
    """Why an article or chapter is not there: its title tells how it ended, its words where they went."""
    heading, own = node.heading, node.wording
    if heading and heading.state is State.ABSENT and heading.because and own.because:
        moved = own.because[-1].kind == "move" and heading.because[-1].kind != "move"
        return explanation(heading) + ("; its words went to another number" if moved else "")
    return explanation(own)


def mark(state: State, because: tuple[Reason, ...]) -> str:
    """State and laws in one word for a margin: "later: 36-V, 102-V"."""
    laws = ", ".join(reason.law for reason in because)
    return f"{state.value}: {laws}" if laws else state.value


def names(because: tuple[Reason, ...]) -> str:
    """The laws as people list them: "36-V, 102-V and 124-V"; an unknown one is "an unknown law"."""
    laws = ["an unknown law" if reason.law == "?" else reason.law for reason in because]
    return listed(laws)
