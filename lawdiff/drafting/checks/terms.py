"""The terms of a law after a bill: one that is left in two forms, a definition that nothing uses any more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lawdiff.drafting.checks.changed_texts import changed_texts, finding
from lawdiff.drafting.ledger import Fate
from lawdiff.drafting.noun_phrases import plural
from lawdiff.drafting.occurrences import occurrences
from lawdiff.drafting.proposal import Proposal
from lawdiff.law.act_text import TextNode
from lawdiff.law.address import cite
from lawdiff.law.eid import EId
from lawdiff.law.finding import Finding
from lawdiff.sources.glossary import Term

_DEFINITION = re.compile(r"(?P<term>[^–—:;]{2,80}?) [–—-] ")
_SHOWN = 5


def two_forms(proposal: Proposal, terms: Sequence[Term]) -> Iterator[Finding]:
    """A finding for each term that the bill changes in some places and leaves in others."""
    for pairs in (*(sweep.forms for sweep in proposal.file.sweeps), *_changed_terms(proposal, terms)):
        left = [one for one in occurrences(proposal.after, pairs) if one.fate in (Fate.CHANGED, Fate.LEFT)]
        old = [one for one in left if one.words.lower() in {form.lower() for form, _ in pairs}]
        if old:
            named = ", ".join(cite(eid) for eid in list(dict.fromkeys(one.eid for one in old))[:_SHOWN])
            yield finding(
                proposal,
                "term-two-forms",
                old[0].eid,
                f"“{old[0].words}” is left in {named}, while the bill brings “{pairs[0][1]}”: "
                "one term in two forms",
            )


def _changed_terms(proposal: Proposal, terms: Sequence[Term]) -> Iterator[tuple[tuple[str, str], ...]]:
    """The terms of the glossary of which the bill brings the modern form, where no sweep names them."""
    swept = {old.lower() for sweep in proposal.file.sweeps for old, _ in sweep.forms}
    brought = " ".join(words for words in changed_texts(proposal).values() if words).lower()
    for term in terms:
        if not swept & {form.lower() for form in term.forms}:
            new = next((form for form in term.proposed if form.lower() in brought), None)
            if new:
                yield tuple((form, new) for form in term.forms)


def unused_definitions(proposal: Proposal) -> Iterator[Finding]:
    """A finding for each definition whose term the law used before the bill and does not use after it."""
    before = dict(definitions(proposal.before))
    for eid, term in definitions(proposal.after):
        if not _is_used(proposal.after, eid, term) and _was_used(proposal, eid, before.get(eid, term)):
            yield finding(
                proposal,
                "definition-unused",
                eid,
                f"{cite(eid)} defines “{term}”, which nothing else in the law uses any more; "
                "exclude it, or use it",
            )


def lost_definitions(proposal: Proposal) -> Iterator[Finding]:
    """A finding for each term whose definition the bill takes away while the law goes on using it."""
    kept = {term.lower() for _, term in definitions(proposal.after)}
    for eid, term in definitions(proposal.before):
        if term.lower() not in kept and _is_used(proposal.after, eid, term):
            yield finding(
                proposal,
                "definition-lost",
                eid,
                f"“{term}” is not defined any more, and the law goes on using it; keep its definition, or "
                "replace the term everywhere (`lawdiff propose sweep`)",
            )


def definitions(root: TextNode) -> Iterator[tuple[EId, str]]:
    """The definitions of an act with the terms they define: the items of an article on definitions."""
    for article in root.walk():
        if article.heading is not None and re.search(
            r"\bdefinitions?\b|\bconcepts?\b", article.heading, re.IGNORECASE
        ):
            for item in article.walk():
                found = _DEFINITION.match(item.text or "")
                if found and item.eid.kind == "subpara":
                    yield item.eid, found["term"].strip()


def _was_used(proposal: Proposal, eid: EId, term: str) -> bool:
    return _is_used(proposal.before, eid, term)


def _is_used(root: TextNode, definition: EId, term: str) -> bool:
    words = re.sub(r"^(?:an?|the) ", "", term, flags=re.IGNORECASE)
    forms = "|".join(re.escape(form) for form in (words, plural(words)))
    pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)
    return any(pattern.search(text) for eid, text in root.texts() if eid != definition)
