"""Notes of other laws, in places where this law has none: nothing may be certain by mistake."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from lawdiff.api import Law, open_law

ACT = """id = "kz/2005/9"
number = "9"
adopted = 2005-03-01
title = "On Nests"

[[edition]]
language = "en"
file = "en.txt"
sha256 = "{sha256}"
date = 2014-01-01
"""
BY = "by the Law of the Republic of Kazakhstan dated {} No. {} (shall be enforced from {})"
LAW = BY.format("01.02.2010", "20-IV", "01.03.2010")


def law(tmp_path: Path, text: str) -> Law:
    from hashlib import sha256

    folder = tmp_path / "kz/2005/9"
    folder.mkdir(parents=True)
    (folder / "en.txt").write_text(text, encoding="utf-8")
    (folder / "act.toml").write_text(ACT.format(sha256=sha256(text.encode()).hexdigest()), encoding="utf-8")
    return open_law("kz/2005/9", corpus=tmp_path)


def codes(opened: Law) -> set[str]:
    return {finding.code for finding in opened.check()}


def state(opened: Law, day: str, address: str) -> tuple[str, tuple[str, ...]]:
    wording = opened.asof(day, address).node.wording
    return wording.state.value, wording.laws


BEFORE, AFTER = "2008-01-01", "2012-01-01"


def test_an_unreadable_note_shakes_the_title_too(tmp_path: Path) -> None:
    text = "Article 1. Nests\n      Words.\n      Footnote. Article 1 something about 40-IV.\n"
    found = law(tmp_path, text)
    assert state(found, BEFORE, "art 1") == ("later", ("?",))
    assert state(found, BEFORE, "art 1 heading") == ("later", ("?",))
    assert "note-unknown" in codes(found)


def test_an_unreadable_note_at_the_head_of_the_act_shakes_its_title(tmp_path: Path) -> None:
    head = "On Nests\n\n      Footnote. Form and title something about 40-IV.\n\n"
    found = law(
        tmp_path, head + f"Article 1. Nests\n      Words.\n      Footnote. Article 1 as amended {LAW}.\n"
    )
    title = found.asof(BEFORE).node.heading
    assert title is not None
    assert (title.text, title.state.value, title.laws) == ("On Nests", "later", ("?",))


def test_a_note_on_several_articles_reaches_all_of_them(tmp_path: Path) -> None:
    others = "".join(f"Article {number}. B\n      Words.\n" for number in (2, 3, 4))
    text = f"Article 1. A\n      One.\n      Footnote. Articles 1 - 3 as amended {LAW}.\n"
    found = law(tmp_path, text + others)
    for article in ("art 1", "art 2", "art 3"):
        assert state(found, BEFORE, article) == ("later", ("20-IV",))
    assert state(found, BEFORE, "art 4") == ("recorded", ())
    assert "note-wrong-number" not in codes(found)


def test_an_article_that_is_no_longer_printed(tmp_path: Path) -> None:
    text = f"Article 1. A\n      One.\n      Footnote. Article 1-1 is excluded {LAW}.\n"
    found = law(tmp_path, text + "Article 2. B\n      Two.\n")
    assert state(found, BEFORE, "art 1-1") == ("unrecorded", ("20-IV",))
    assert state(found, AFTER, "art 1-1") == ("absent", ("20-IV",))
    assert state(found, BEFORE, "art 1") == ("recorded", ())


def test_an_announced_article_is_not_there_yet(tmp_path: Path) -> None:
    coming = BY.format("01.12.2013", "30-V", "01.01.2016")
    text = (
        "Chapter 1. General\nArticle 1. A\n      One.\n\n      Note of RCLI!\n"
        f"      Chapter 1 is provided to be supplemented by Article 1-1 {coming}.\n\n"
        "Article 2. B\n      Two.\n"
    )
    found = law(tmp_path, text)
    assert state(found, AFTER, "art 1-1") == ("absent", ("30-V",))
    assert state(found, "2017-01-01", "art 1-1") == ("uncertain", ("30-V",))
    assert [eid for eid in found.provisions() if eid.kind == "art"] == ["art_1", "art_1-1", "art_2"]


@pytest.mark.parametrize(
    "line",
    [
        f"One under the Law “On Bees” (as amended {LAW})",
        f"Note. Article 1 as amended {LAW}.",
        f"* Article 1 is in the wording of the Law No. 20-IV ({dt.date(2010, 3, 1)}).",
    ],
)
def test_a_line_that_looks_like_a_note_is_a_finding(tmp_path: Path, line: str) -> None:
    found = law(tmp_path, f"Article 1. A\n      One.\n      {line}\n")
    assert "looks-like-note" in codes(found)


def test_a_marker_in_small_letters_is_a_marker(tmp_path: Path) -> None:
    found = law(tmp_path, f"Article 1. A\n      One.\n      footnote. Article 1 as amended {LAW}.\n")
    assert state(found, BEFORE, "art 1") == ("later", ("20-IV",))


def test_an_exclusion_of_what_is_printed_is_a_finding(tmp_path: Path) -> None:
    text = f"Chapter 1. G\n      Footnote. Chapter 1 is excluded {LAW}.\nArticle 1. A\n      One.\n"
    assert "excluded-and-printed" in codes(law(tmp_path, text))


def test_a_caution_tells_of_the_note_that_cannot_be_read(tmp_path: Path) -> None:
    text = "Article 1. Nests\n      Words.\n      Footnote. Article 1 something about 40-IV.\n"
    found = law(tmp_path, text)
    (caution,) = [each for each in found.asof(BEFORE, "art 1").cautions if "unknown law" in each]
    assert "what a note says cannot be read (footnote, " in caution
    assert "rewording" not in caution


def test_a_note_in_place_of_several_numbers_stands_for_each_of_them(tmp_path: Path) -> None:
    text = (
        f"Article 1. A\n      1. One.\n      1-1. New.\n      2-4. Are excluded {LAW}.\n"
        f"      5. Five.\n      Footnote. Article 1 as amended {LAW}.\n"
    )
    found = law(tmp_path, text)
    for number in ("2", "3", "4"):
        assert state(found, BEFORE, f"art 1 para {number}") == ("unrecorded", ("20-IV",)), number
        assert state(found, AFTER, f"art 1 para {number}") == ("absent", ("20-IV",)), number
    assert "art_1__para_2-4" not in found.provisions()
    assert "number-missing" not in codes(found)
    numbers = {finding.where for finding in found.check() if finding.code == "number-without-note"}
    assert numbers == {"art_1__para_1-1"}


def test_a_paragraph_put_in_and_taken_out_again_keeps_its_own_number(tmp_path: Path) -> None:
    text = f"Article 1. A\n      2. Two.\n      2-4. Is excluded {LAW}.\n      3. Three.\n"
    found = law(tmp_path, text)
    assert state(found, AFTER, "art 1 para 2-4")[0] == "absent"
    assert state(found, AFTER, "art 1 para 3") == ("recorded", ())


def test_what_lapses_on_a_day_is_there_until_that_day(tmp_path: Path) -> None:
    note = "Subparagraph 1-1) shall be enforced from 12.01.2010 and shall become invalid from 01.01.2016."
    text = (
        "Article 1. A\n      1. One:\n      1) a;\n      Note of RCLI!\n"
        f"      {note}\n      1-1) b;\n      2) c.\n"
        f"      Footnote. Article 1 as amended {LAW}.\n"
    )
    found = law(tmp_path, text)
    assert state(found, AFTER, "art 1 para 1 sub 1-1") == ("recorded", ())
    assert state(found, "2016-02-01", "art 1 para 1 sub 1-1") == ("uncertain", ("?",))


GONE = (
    "Article 1. Nests\n      1) a;\n      1-1) is excluded {late};\n      2) b.\n"
    "      Footnote. Article 1 as amended {early}; {late}.\n"
)


def test_what_excluded_a_number_never_put_it_in(tmp_path: Path) -> None:
    late = BY.format("01.02.2012", "30-IV", "01.03.2012")
    found = law(tmp_path, GONE.format(early=LAW, late=late))
    assert state(found, "2009-01-01", "art 1 sub 1-1") == ("absent", ("20-IV",))
    assert state(found, "2011-01-01", "art 1 sub 1-1") == ("unrecorded", ("30-IV",))
    assert state(found, "2013-01-01", "art 1 sub 1-1") == ("absent", ("30-IV",))


def test_a_number_that_the_only_law_excluded_came_by_an_unknown_one(tmp_path: Path) -> None:
    found = law(tmp_path, GONE.format(early="", late=LAW).replace("amended ; ", "amended "))
    assert state(found, "2009-01-01", "art 1 sub 1-1")[0] == "uncertain"
    assert state(found, "2013-01-01", "art 1 sub 1-1") == ("absent", ("20-IV",))
