"""An effect in a sentence, and the clause that says when a law is enforced."""

from __future__ import annotations

from lawdiff.law.address import cite
from lawdiff.law.clause import Clause, ClauseKind
from lawdiff.law.effect import Effect
from lawdiff.law.phrases import count

VERBS = {
    "insert": "inserted",
    "replace": "reworded",
    "amend": "amended",
    "substitute": "substituted words in",
    "repeal": "excluded",
    "rename-replace": "reworded",
    "rename-amend": "amended",
    "move": "renumbered",
}
WILL = {
    "insert": "insert",
    "replace": "reword",
    "amend": "amend",
    "substitute": "substitute words in",
    "repeal": "exclude",
    "rename-replace": "reword",
    "rename-amend": "amend",
    "move": "renumber",
}


def effect_in_words(effect: Effect, law: str, language: str = "en") -> str:
    """One effect in a sentence: "may have inserted Article 7(3)(4-1)  [one of 36-V, 102-V, 124-V, 159-V]"."""
    target = {"text": "the whole text", "act": "the act"}.get(effect.target) or cite(effect.target, language)
    verb = f"will {WILL[effect.kind.value]}" if effect.announced else VERBS[effect.kind.value]
    several = [other for other in effect.laws if other != law]
    words = "".join(f": “{old}” by “{new}”" for old, new in effect.substitutions)
    moved = f" as {cite(effect.moved_to, language)}" if effect.moved_to else ""
    own = ", its own words only" if effect.own_text_only else ""
    doubt = f"one of {', '.join(effect.laws)}" if several else effect.certainty.value.replace("_", " ")
    may_have = "may have " if several and not effect.announced else ""
    return f"{may_have}{verb} {target}{own}{moved}{words}  [{doubt}]"


def clause_in_words(clause: Clause) -> str:
    """An enforcement clause as laws say it."""
    match clause.kind:
        case ClauseKind.FROM:
            return f"from {clause.day}"
        case ClauseKind.AFTER_PUBLICATION:
            unit = "month" if clause.months else "calendar day"
            return f"upon expiry of {count(clause.count, unit)} after its first official publication"
        case ClauseKind.ON_PUBLICATION:
            return "from the date of its first official publication"
        case ClauseKind.SEE:
            return f"stands in that law itself, {cite_reference(clause.reference)}"
        case _:
            return "none seen: the statutory default, ten calendar days after publication"


def cite_reference(reference: str) -> str:
    """An eId of the amending law in words: "art_2" is Article 2."""
    kind, _, number = reference.partition("_")
    if kind == "para":
        return f"item {number}"
    return f"Article {number}" if kind == "art" else reference or "at a place that is not named"
