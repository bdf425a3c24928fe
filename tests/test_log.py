"""The log names every law that touched a provision, no other, and says how well it knows (R3, R7, R14)."""

from __future__ import annotations

import pytest
from conftest import law_timelines

from lawdiff.history.amendment import amendment, amendments
from lawdiff.history.log import Log, log_of
from lawdiff.law.eid import EId
from lawdiff.law.timeline import EvidenceScope


def log(eid: str, scope: EvidenceScope = EvidenceScope.ALL) -> Log:
    return log_of(law_timelines(scope), (EId(eid),))


# Read from the footnotes and the facts register: eid, evidence, laws from the newest (? no source names it).
ROWS = [
    ("art_3", "all", ""),
    ("art_3", "edition", ""),
    ("art_7", "edition", "159-V 124-V 102-V 36-V 452-IV 378-IV 354-IV 258-IV 188-IV 13"),
    ("art_7", "all", "159-V 124-V 102-V 36-V 452-IV 378-IV 258-IV 188-IV 13"),
    ("art_7__para_1__subpara_9", "all", "452-IV"),
    ("art_7__para_1__subpara_8", "all", "159-V 124-V 102-V 36-V 378-IV 258-IV 188-IV"),
    ("art_7__para_3__subpara_5", "all", "452-IV"),
    ("art_7__para_3__subpara_4-1", "all", "159-V 124-V 102-V 36-V"),
    ("art_29", "all", "354-IV 185-IV"),
    ("art_29__para_4", "all", "354-IV"),
    ("art_29__para_2", "all", "185-IV"),
    ("art_32", "all", "354-IV"),
    ("art_32", "edition", "354-IV"),
    ("art_32__para_1", "all", ""),
    ("chp_6", "all", "354-IV"),  # nothing but the whole-text substitution in Articles 32 and 33
    ("chp_6", "edition", "354-IV"),
    ("art_14-1", "all", "126-V"),
    ("art_14", "all", "126-V 354-IV ?"),
    ("art_14", "edition", "126-V"),
    ("art_36", "all", "227-V 372-IV 176-IV"),
    ("art_38", "edition", "227-V 354-IV"),
    ("art_52", "edition", "378-IV 354-IV 188-IV"),  # R6: 52(1) has the words, and the pattern reaches it
    ("art_52__para_1", "all", "188-IV 125"),  # the facts win: its words never were "Legislative acts"
    ("art_47-7", "all", "111-V"),
    ("art_41-1", "edition", "354-IV"),
    ("art_39__heading", "all", "354-IV"),
]


@pytest.mark.parametrize(("eid", "scope", "laws"), ROWS)
def test_row(eid: str, scope: str, laws: str) -> None:
    assert " ".join(entry.law for entry in log(eid, EvidenceScope(scope)).entries) == laws


def test_the_whole_act_names_every_law_of_notes_and_facts() -> None:
    edition = [entry.law for entry in log_of(law_timelines(EvidenceScope.EDITION)).entries]
    everything = [entry.law for entry in log_of(law_timelines(EvidenceScope.ALL)).entries]
    assert len(edition) == 23  # 21 and the two announced
    assert set(everything) - set(edition) == {"40", "125", "?"}
    assert everything[:2] == ["236-V", "227-V"]


def test_candidates_are_all_named() -> None:
    inserted, amended = log("art_51__al_2__subpara_1-1").entries[0].touches
    assert inserted.candidates == ("102-V", "124-V")
    assert not inserted.is_certain
    assert (amended.kind, amended.is_certain) == ("amend", False)


def test_of_two_candidates_the_other_may_have_amended() -> None:
    """517-IV or 175-V renumbered passage 9 of Article 30(1); its footnote names both."""
    newest = log("art_30__para_1__al_9").entries[:2]
    assert [(entry.law, [touch.kind for touch in entry.touches]) for entry in newest] == [
        ("175-V", ["move", "amend"]),
        ("517-IV", ["move", "amend"]),
    ]


def test_a_footnote_of_an_article_does_not_say_where() -> None:
    """ "Article 7 as amended by 13" may be about any of its items; "The Preamble as amended by" is not."""
    oldest = log("art_7__para_1__subpara_1").entries[-1]
    assert (oldest.law, [touch.is_certain for touch in oldest.touches]) == ("13", [False])
    (preamble,) = log("preamble", EvidenceScope.EDITION).entries
    assert [touch.is_certain for touch in preamble.touches] == [True]


@pytest.mark.parametrize(
    ("eid", "scope", "law", "is_certain"),
    [
        ("art_32__para_2", "edition", "354-IV", True),  # the words stand there
        ("art_7__para_1__subpara_2", "edition", "354-IV", False),  # nobody recorded its words
        ("art_1__subpara_13", "all", "354-IV", True),  # renumbered: it was 8)
        ("art_9__heading", "edition", "354-IV", False),  # a new wording may have kept the title
        ("art_9", "edition", "354-IV", True),
        ("art_47-7", "edition", "111-V", True),
        ("art_1__subpara_14", "edition", "236-V", True),
        ("art_1__subpara_14", "all", "236-V", True),  # the note says it; the fact beside it is less sure
        ("art_7__para_1", "all", "13", False),
    ],
)
def test_how_well_it_is_known(eid: str, scope: str, law: str, is_certain: bool) -> None:
    entry = next(entry for entry in log(eid, EvidenceScope(scope)).entries if entry.law == law)
    touches = sorted(entry.touches, key=lambda touch: touch.eid != eid)
    assert touches[0].is_certain is is_certain


def test_announced_laws_are_marked() -> None:
    entries = {entry.law: entry.announced for entry in log("art_36").entries}
    assert entries == {"227-V": True, "372-IV": False, "176-IV": False}


@pytest.mark.parametrize(
    ("eid", "laws"),
    [
        ("art_14", "126-V"),
        ("art_14__para_1", "126-V"),
        ("art_52", "188-IV"),
        ("art_7", ""),
        ("art_39__heading", "354-IV"),
    ],
)
def test_where_older_laws_are_no_longer_listed(eid: str, laws: str) -> None:
    assert " ".join(effect.laws[0] for effect in log(eid).reworded) == laws


# The Russian editions before and after 354-IV: the words stood in eleven places; four of them were reworded
# by the same law, four lie in articles without any footnote of it.
REACHED = {
    "art_29__para_4": True,
    "art_32__para_2": False,
    "art_33__para_2": False,
    "art_38__para_2": False,
    "art_39__para_2": True,
    "art_48__para_1": False,
    "art_50__para_1": True,
}


def test_a_substitution_throughout_shows_every_place() -> None:
    deeds = amendment(law_timelines(EvidenceScope.ALL), "354-IV").deeds
    (throughout,) = (deed for deed in deeds if deed.effect.target == "text")
    assert {each.eid: each.has_note for each in throughout.reached} == REACHED


def test_what_laws_did() -> None:
    found = {each.law: each for each in amendments(law_timelines(EvidenceScope.ALL))}
    assert found["227-V"].announced
    assert found["236-V"].announced
    assert found["40"].only_facts
    assert found["125"].only_facts
    assert not found["354-IV"].announced
    assert [each.law for each in found.values() if each.announced or each.only_facts] == [
        "40",
        "125",
        "227-V",
        "236-V",
    ]
    assert found["111-V"].from_notes == 11  # Articles 47-1 to 47-11
    assert amendment(law_timelines(EvidenceScope.EDITION), "40").deeds == ()
