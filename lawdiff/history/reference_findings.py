"""References to nothing: the edition cites a provision of this act that it does not have (R12)."""

from __future__ import annotations

from collections.abc import Iterator

from lawdiff.history.mentions import mentions
from lawdiff.history.provisions_there import provisions_of
from lawdiff.history.reference_targets import resolve
from lawdiff.law.address import cite
from lawdiff.law.evidence import Evidence
from lawdiff.law.finding import Finding


def references_to_nothing(evidence: Evidence) -> Iterator[Finding]:
    """A finding for each reference of the edition's own words to a provision that is not in it."""
    edition = evidence.edition
    there = provisions_of(edition)
    for node in edition.walk():
        for eid, passage in ((node.eid.heading, node.heading), (node.eid, node.text)):
            for mention in mentions(passage.text) if passage else ():
                for each in resolve(eid, mention, there, evidence.act):
                    if passage and each.to_nothing and each.target:
                        yield Finding(
                            "reference-to-nothing",
                            eid,
                            passage.line,
                            f"“{each.words}” in {cite(eid)} refers to nothing: "
                            f"there is no {cite(each.target)} in this edition",
                            file=edition.path,
                        )
