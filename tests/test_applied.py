"""Amendments applied to the law as it stood on 5 July 2014; what comes out is written from the law's text."""

from __future__ import annotations

import pytest
from test_instructions import law

from lawdiff.history.applied import applied
from lawdiff.history.does_not_apply import DoesNotApply
from lawdiff.law.act_text import ACT, EXCLUDED, TITLE, TextNode, find_node, numeral, words_at
from lawdiff.law.amendment import TEXT, Change, Exclude, Insert, Move, Retitle, Reword, Substitute
from lawdiff.law.eid import EId


def node(eid: str, text: str | None = None, heading: str | None = None, *children: TextNode) -> TextNode:
    return TextNode(EId(eid), numeral(EId(eid)), heading, text, children)


def after(*changes: Change) -> TextNode:
    return applied(law(), changes)


def words(root: TextNode, eid: str) -> str | None:
    return words_at(root, EId(eid))


def inside(root: TextNode, eid: str) -> list[str]:
    """The eIds of what hangs right under a node."""
    found = find_node(root, EId(eid))
    assert found is not None
    return [child.eid.removeprefix(f"{eid}__") for child in found.children]


def changed(root: TextNode) -> set[str]:
    """The texts that are not as they were, came or went."""
    old, new = dict(law().texts()), dict(root.texts())
    return {str(eid) for eid in (*old, *new) if old.get(eid) != new.get(eid)}


def test_nothing_changes_nothing() -> None:
    assert after() == law()


def test_words_in_one_text() -> None:
    root = after(Substitute(EId("art_17__para_3"), "equal", "the same"))
    assert words(root, "art_17__para_3") == (
        "State bodies shall ensure the same material and other conditions independently from the form of "
        "trusteeship or guardianship to each child being left without custody of parents."
    )
    assert changed(root) == {"art_17__para_3"}


def test_words_twice_in_one_text_by_two_changes() -> None:
    """Both name words of the text as it was."""
    place = EId("art_37__para_3")
    root = after(Substitute(place, "works or in selling", "selling"), Substitute(place, "Employment", "Work"))
    assert words(root, "art_37__para_3") == (
        "Work of children in selling alcoholic and tobacco products shall be prohibited."
    )


def test_words_everywhere_in_an_article_but_its_title() -> None:
    root = after(
        Substitute(EId("art_33"), "disabled children", "children with disabilities", everywhere=True)
    )
    assert words(root, "art_33__heading") == "State assistance for disabled children"
    assert words(root, "art_33__para_2") == (
        "State assistance rendered for children with disabilities shall be established by the Laws of the "
        "Republic of Kazakhstan."
    )
    assert changed(root) == {"art_33__para_1", "art_33__para_2"}


def test_words_throughout_the_act_and_its_titles() -> None:
    root = after(Substitute(TEXT, "disabled child", "child with disabilities", everywhere=True))
    assert changed(root) == {
        *("art_1__subpara_12", "chp_6__heading", "art_31__heading", "art_32__heading", "art_32__para_1"),
        "art_33__para_3",
    }
    assert words(root, "chp_6__heading") == "Rights of child with disabilities"


def test_words_throughout_leave_alone_what_the_bill_rewords() -> None:
    """R6: a provision in a new wording is not reached."""
    everywhere = Substitute(TEXT, "disabled child", "child with disabilities", everywhere=True)
    root = after(everywhere, Retitle(EId("chp_6__heading"), "Rights of a disabled child"))
    assert words(root, "chp_6__heading") == "Rights of a disabled child"
    assert words(root, "art_31__heading") == "Rights of child with disabilities to full life"


def test_titles() -> None:
    root = after(Retitle(EId("art_5__heading"), "No restriction"), Retitle(TITLE, "On children"))
    assert words(root, "art_5__heading") == "No restriction"
    assert words(root, "title") == "On children"
    assert changed(root) == {"art_5__heading", "title"}


def test_a_new_wording_takes_all_that_was_inside_along() -> None:
    place = "art_8__para_3"
    root = after(Reword(EId(place), node(place, "Health shall be protected.")))
    assert inside(root, place) == []
    assert changed(root) == {place, *(f"{place}__subpara_{number}" for number in range(1, 8))}


def test_the_first_passage_alone() -> None:
    place = EId("art_8__para_3__al_1")
    root = after(Reword(place, node("art_8__para_3", "Health is protected by:")))
    assert words(root, "art_8__para_3") == "Health is protected by:"
    assert changed(root) == {"art_8__para_3"}


def test_an_excluded_number_stays() -> None:
    root = after(Exclude(EId("art_8__para_4")), Exclude(EId("art_22")))
    assert words(root, "art_8__para_4") == EXCLUDED
    assert inside(root, "art_8") == ["para_1", "para_2", "para_3", "para_4", "para_5"]
    assert (words(root, "art_22__heading"), words(root, "art_22")) == (EXCLUDED, None)


def test_an_excluded_passage_lets_those_behind_it_move_up() -> None:
    """Article 13(3) has three passages; the second goes and the third is the second."""
    third = words(law(), "art_13__para_3__al_3")
    root = after(Exclude(EId("art_13__para_3__al_2")))
    assert inside(root, "art_13__para_3") == ["al_2"]
    assert words(root, "art_13__para_3__al_2") == third
    assert (third or "").startswith("Right of a child for disposition of property")


def test_a_new_passage_shifts_those_behind_it() -> None:
    place = "art_13__para_3__al_2"
    second = words(law(), place)
    root = after(Insert(EId("art_13__para_3"), node(place, "Gifts are income.")))
    assert words(root, place) == "Gifts are income."
    assert words(root, "art_13__para_3__al_3") == second
    assert inside(root, "art_13__para_3") == ["al_2", "al_3", "al_4"]


def test_a_passage_that_shifts_takes_its_items_along() -> None:
    """The items of Article 51 hang under its second passage."""
    root = after(Insert(EId("art_51"), node("art_51__al_2", "It is one body.")))
    assert inside(root, "art_51") == ["al_2", "al_3"]
    assert inside(root, "art_51__al_3")[:2] == ["subpara_1", "subpara_1-1"]
    assert words(root, "art_51__al_3__subpara_1-1") == (
        "implement state policy in the field of protection of child’s rights;"
    )


def test_passages_that_come_and_go_at_once() -> None:
    """All of a bill at once: what goes is counted before, what comes after."""
    home = EId("art_13__para_3")
    gone, new = home.child("al", "2"), home.child("al", "3")
    root = after(Exclude(gone), Insert(home, node(new, "Gifts are income.")))
    assert (words(root, new), words(root, gone)) == ("Gifts are income.", words(law(), new))


@pytest.mark.parametrize(
    ("new", "home", "order"),
    [
        ("art_7__para_3__subpara_4-2", "art_7__para_3", "1 2 3 4 4-1 4-2 5"),
        ("art_7__para_3__subpara_3-1", "art_7__para_3", "1 2 3 3-1 4 4-1 5"),
        ("art_7__para_3__subpara_6", "art_7__para_3", "1 2 3 4 4-1 5 6"),
        ("art_51__al_2__subpara_1-3", "art_51__al_2", "1 1-1 1-2 1-3 2 3 4"),
        ("art_31__para_2-1", "art_31", "1 2 2-1 3"),
        ("art_5__para_1", "art_5", "1"),
    ],
)
def test_the_order_of_items(new: str, home: str, order: str) -> None:
    root = after(Insert(EId(home), node(new, "new;")))
    assert [eid.rpartition("_")[2] for eid in inside(root, home)] == order.split()
    assert changed(root) == {new}


def test_an_item_stands_before_the_passage_behind_the_row() -> None:
    """Article 47-9(2) has passages without items."""
    root = after(Insert(EId("art_47-9__para_2"), node("art_47-9__para_2__subpara_1", "results;")))
    assert inside(root, "art_47-9__para_2") == ["subpara_1", "al_2", "al_3", "al_4"]


def test_articles_go_into_their_chapter_in_order() -> None:
    """More than one at once, the later named first."""
    later = node("art_16-3", "Later.", "B")
    earlier = node("art_16-2", "Earlier.", "A")
    root = after(Insert(EId("chp_3"), later), Insert(EId("chp_3"), earlier))
    assert inside(root, "chp_3")[9:14] == ["art_16", "art_16-1", "art_16-2", "art_16-3", "art_17"]


def test_a_new_chapter_stands_last() -> None:
    chapter = node("chp_11", None, "Ombudsman", node("art_54", "Foo.", "Bar"))
    assert inside(after(Insert(ACT, chapter)), "act")[-2:] == ["chp_10", "chp_11"]


def test_moves_that_swap() -> None:
    one, other = EId("art_1__subpara_8"), EId("art_1__subpara_2")
    root = after(Move(one, other), Move(other, one))
    assert words(root, other) == "orphan-child – a child whose only one or both parents are died;"
    assert words(root, one) == "a child – a person under eighteen years of age (majority age);"
    assert len(inside(root, "art_1")) == 14


def test_a_move_onto_an_excluded_number_of_the_same_bill() -> None:
    root = after(Exclude(EId("art_31__para_2")), Move(EId("art_31__para_3"), EId("art_31__para_2")))
    assert words(root, "art_31__para_2") == words(law(), "art_31__para_3")
    assert inside(root, "art_31") == ["para_1", "para_2"]


def test_what_moves_takes_its_items_and_other_changes_along() -> None:
    words_of_it = Substitute(EId("art_8__para_3__subpara_5"), "qualified", "free")
    to = node("art_8__para_3", "Free visits shall be paid by the state.")
    root = after(Move(EId("art_8__para_3"), EId("art_8__para_6")), words_of_it, Insert(EId("art_8"), to))
    assert inside(root, "art_8") == ["para_1", "para_2", "para_3", "para_4", "para_5", "para_6"]
    assert words(root, "art_8__para_6__subpara_5") == "rendering of free medical treatment;"
    assert inside(root, "art_8__para_3") == []


REFUSED: list[tuple[list[Change], str]] = [
    ([Exclude(EId("art_99"))], "there is no Article 99 in the law"),
    ([Exclude(EId("art_42"))], "Article 42 is excluded already; leave this out"),
    (
        [Exclude(EId("art_8__para_3__al_1"))],
        "Article 8(3), passage 1 goes on with what is under it; reword it",
    ),
    ([Retitle(EId("art_5__para_1__heading"), "A")], "there is no heading of Article 5(1) in the law"),
    (
        [Reword(EId("art_42"), node("art_42", "A", "B"))],
        "Article 42 is excluded; its number stays and nothing can be changed in it",
    ),
    (
        [Substitute(EId("art_37__para_2"), "tobacco", "nicotine")],
        "the words “tobacco” stand 2 times in Article 37(2); quote more of the text around them, or write "
        "“wherever they occur”",
    ),
    (
        [Substitute(EId("art_31__para_1"), "disabled child", "child")],
        "the words “disabled child” do not stand in Article 31(1); it says “Disabled child”",
    ),
    (
        [Substitute(TEXT, "unicorn", "horse", everywhere=True)],
        "the words “unicorn” do not stand in the law",
    ),
    (
        [Substitute(EId("art_31__para_1"), "equal", "equal")],
        "“equal” would be substituted by itself; leave this out",
    ),
    (
        [Substitute(EId("art_31__para_1"), " ", "a")],
        "the quotation is empty; quote the words as the law has them",
    ),
    (
        [Exclude(EId("art_31__para_1")), Exclude(EId("art_31"))],
        "Article 31(1) is changed by two amendments; make one of them",
    ),
    (
        [Exclude(EId("art_31")), Substitute(EId("art_31__para_1"), "equal", "same")],
        "Article 31(1) is given as a whole by another amendment; put the words there",
    ),
    (
        [
            Substitute(EId("art_31__para_1"), "equal rights", "same rights"),
            Substitute(EId("art_31__para_1"), "rights with", "rights as"),
        ],
        "“rights with” and “equal rights” overlap in Article 31(1); make one amendment of them",
    ),
    (
        [Insert(EId("art_42"), node("art_42__para_1", "A"))],
        "Article 42 is excluded; nothing can be put into it",
    ),
    (
        [Insert(EId("art_99"), node("art_99__para_1", "A"))],
        "there is no Article 99 in the law to put Article 99(1) into",
    ),
    (
        [Insert(EId("art_7__para_1"), node("art_7__para_1__subpara_2", "A"))],
        "Article 7(1)(2) is excluded and its number stays taken (Law No. 480-V, art. 26(7)); "
        "take another number",
    ),
    (
        [Insert(EId("art_31"), node("art_31__para_2", "A"))],
        "Article 31(2) is in the law already; take another number, or exclude or move what has this one",
    ),
    (
        [Insert(EId("art_31"), node("art_31__para_5", "A"))],
        "Article 31(5) follows no number, for there is no Article 31(4); what is new takes the number behind "
        "the last one, or the preceding one with a hyphen (Law No. 480-V, art. 26(7), 27(6))",
    ),
    (
        [Insert(EId("art_5"), node("art_5__al_4", "A"))],
        "Article 5, passage 4 would leave a gap; the last passage of Article 5 is 1",
    ),
    (
        [Move(EId("art_31__para_1"), EId("art_31__subpara_1"))],
        "Article 31(1) can only become another paragraph",
    ),
    (
        [Move(EId("art_31__para_1"), EId("art_31__para_3"))],
        "Article 31(3) is in the law already; take another number, or exclude or move what has this one",
    ),
    (
        [Insert(EId("chp_9"), node("art_5-1", "A", "B"))],
        "Article 5-1 would stand behind Article 47-11; put it into the chapter of its neighbours",
    ),
    (
        [Insert(ACT, node("chp_11", None, "A", node("art_5", "B", "C")))],
        "Article 5 is in the law already; give what is new its own number",
    ),
    (
        [Reword(EId("art_31__para_1"), node("art_31__para_1", words_at(law(), EId("art_31__para_1"))))],
        "the new wording of Article 31(1) is the one it has; leave this out",
    ),
]


@pytest.mark.parametrize(("changes", "why"), REFUSED, ids=[why[:50] for _, why in REFUSED])
def test_what_is_refused(changes: list[Change], why: str) -> None:
    with pytest.raises(DoesNotApply) as refused:
        after(*changes)
    assert str(refused.value) == why
    assert refused.value.change in changes


def test_words_of_which_nothing_is_known() -> None:
    root = TextNode(ACT, "", "A law", children=(node("art_1", "(The wording is not known)", "A"),))
    with pytest.raises(DoesNotApply) as refused:
        applied(root, [Substitute(EId("art_1"), "wording", "words")])
    assert str(refused.value) == "the wording of Article 1 is not known; give it a new wording instead"
