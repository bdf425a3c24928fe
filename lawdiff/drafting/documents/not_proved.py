"""The texts of a document that are not proved for its day: all of them, above it, by reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawdiff.drafting.certainty import Certainty
from lawdiff.drafting.documents.document import Paragraph, Run, Style
from lawdiff.drafting.places_in_words import in_words, top_of
from lawdiff.law.eid import EId
from lawdiff.law.phrases import listed


def not_proved(shown: Sequence[EId], certainty: Certainty) -> Iterator[Paragraph]:
    """What must be known before the texts `shown` are read: for each reason the places, none left out.

    One sentence says it of all that is shown, and of an article with everything in it.
    """
    by_reason: dict[str, list[EId]] = {}
    for eid in shown:
        if reason := certainty.reason(eid):
            by_reason.setdefault(reason, []).append(eid)
    for reason, eids in by_reason.items():
        is_all = len(eids) == len(shown)
        where = "all of the current text that is shown here" if is_all else listed(list(_names(eids, shown)))
        runs = (Run("Not certain: ", bold=True), Run(f"{where} – {reason}."))
        yield Paragraph(runs, Style.REMARK)


def _names(eids: Sequence[EId], shown: Sequence[EId]) -> Iterator[str]:
    """The places in words; an article once, where all that is shown of it is among them."""
    for top in dict.fromkeys(map(top_of, eids)):
        here = [eid for eid in eids if top_of(eid) == top]
        if len(here) > 1 and len(here) == sum(top_of(eid) == top for eid in shown):
            yield in_words(top)
        else:
            yield from map(in_words, here)
