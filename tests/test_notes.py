"""The note grammar: every fixture as written, what is odd, what stays unknown, and no note can stall it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from processor_time import least_seconds

from lawdiff.law.eid import is_eid
from lawdiff.law.errors import UsageError
from lawdiff.law.law_order import UNKNOWN_LAW
from lawdiff.sources.notes import is_in_place, read_note
from lawdiff.sources.notes.note import KINDS

FIXTURES = Path(__file__).parent / "fixtures" / "notes"
LANGUAGES = ("en", "ru", "kk")
Case = tuple[str, str, str, str]


def cases(path: Path) -> list[Case]:
    """The cases of a fixture file (title, `.`, note, `.`, effects, `.`), each with its language.

    A title that begins "ru" or "kk" tells the language; any other is English.
    """
    found: list[Case] = []
    parts: list[str] = []
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line != ".":
            lines.append(line)
            continue
        parts.append("\n".join(lines).strip())
        lines = []
        if len(parts) == 3:
            title, note, effects = parts
            language = title[:2] if title[:2] in LANGUAGES else "en"
            found.append((title, note, effects, language))
            parts = []
    assert not parts
    assert not "".join(lines).strip()
    return found


ALL = [
    pytest.param(note, effects, language, id=f"{path.stem}: {title}")
    for path in sorted(FIXTURES.glob("*.txt"))
    for title, note, effects, language in cases(path)
]
NOTES = [(str(param.values[0]), str(param.values[2])) for param in ALL]


@pytest.mark.parametrize(("note", "effects", "language"), ALL)
def test_fixture(note: str, effects: str, language: str) -> None:
    reading = read_note(note, language)
    assert "\n".join(str(effect) for effect in reading.effects) == effects
    assert not reading.unknown


@pytest.mark.parametrize(("note", "language"), NOTES)
def test_kinds_and_targets_are_words_of_the_domain(note: str, language: str) -> None:
    for effect in read_note(note, language).effects:
        assert effect.kind in KINDS
        assert is_eid(effect.target)
        assert (effect.kind == "substitute") == bool(effect.substitutions)


@pytest.mark.parametrize(("note", "language"), NOTES)
def test_a_note_with_something_behind_it_is_unknown(note: str, language: str) -> None:
    reading = read_note(note.rstrip(".;") + " wherever", language)
    assert reading.unknown
    assert not reading.effects
    assert not reading.findings


LAW = "the Law of the Republic of Kazakhstan dated 23.11.2010 No. 354-IV"
DAYS = "(shall be enforced upon expiry of ten calendar days after its first official publication)"
UNKNOWN = [
    ("", "en"),
    ("Footnote.", "en"),
    ("Note of RCLI!", "en"),
    ("Footnote. See the official gazette.", "en"),
    (f"Footnote. Article 4 as amended by {LAW} {DAYS} except for paragraph 2.", "en"),
    (f"Footnote. Article 4 as amended by {LAW} (shall be enforced when the President so decides).", "en"),
    (f"Footnote. Article four hundred as amended by {LAW} {DAYS}.", "en"),
    (f"Footnote. Article 4 as admired by {LAW} {DAYS}.", "en"),
    ("Footnote. Article 4 as amended by the Law dated 31.02.2010 No. 354-IV.", "en"),
    ("Footnote. Article 4 as amended by the Law dated 23.11.10 No. 354-IV.", "en"),
    ("Footnote. Article 4 as amended by the Law.", "en"),
    (f"Footnote. Article 5 of paragraph 3 as amended by {LAW}.", "en"),
    (f"Footnote. Articles 9 - 5 as amended by {LAW}.", "en"),
    (f"Footnote. Article 5 and paragraph 3 as amended by {LAW}.", "en"),
    (f"Footnote. Throughout the text the words “Laws are substituted by {LAW}.", "en"),
    ("Article 5 of this Law regulates the relations of parents.", "en"),
    ("Footnote. Article 7 as amended by the Law dated 20.12.2004 No. 13", "ru"),
    ("Сноска. Статья 7 с изменениями, внесенными законами РК.", "ru"),
    ("Ескерту. 7-бапқа өзгеріс енгізілді - ҚР 2010.11.23 N 354-IV (кейін) Заңымен.", "kk"),
]


@pytest.mark.parametrize(("note", "language"), UNKNOWN)
def test_unknown(note: str, language: str) -> None:
    reading = read_note(note, language)
    assert reading.unknown
    assert reading.effects == ()


FINDINGS = [
    (
        "Footnote. Article 4 as amended by the Law dated 04.07.2013 NO. 126-V (effective from 01.01.2014).",
        "no-spelling",
    ),
    (
        "Footnote. Article 4 as amended by the Law dated 04.07.2013 N 126-V (effective from 01.01.2014).",
        "no-spelling",
    ),
    ("Footnote. Article 4 as amended by the Law dated 04.07.2013 No. 126-V (see Article2).", "missing-space"),
    ("Footnote. Article 4 as amended by the Law dated 04.07.2013 No. 126-V(see Article 2).", "missing-space"),
    ("Footnote. Article 4 as amended by the Law dated 04.07.2013 No.126-V (see Article 2).", "missing-space"),
    ("Footnote. Article 4 as amended by the Law dated 27 July 2007 No. 320 (see Article 2).", "date-spelled"),
    ("Footnote. Article 4 as amended by the Law dated 04.07.2013 No. 126-V.", "clause-missing"),
    ("2. (Is excluded)", "law-missing"),
    ("Footnote. Article 4 as amended by the Law dated 04.07.2013 (see Article 2).", "law-missing"),
    ("Footnote. Article 4 as amended by the Law No. 126-V (see Article 2).", "date-missing"),
    ("Footnote. Article 4 as amended by the Law dated 06/07/2007 No. 264 (see Article 2).", "ambiguous-date"),
    ("Footnote. Article 4 as amended by the Laws dated РК dated 20.12.2004 No. 13 (see Article 2).", "slip"),
    ("Footnote. Article 4 as amended by the Law dated 04.07.2013 No. 126-V (see Article 2", "slip"),
    ("Footnote. Article 4 as amended by the Law dated 11.10.2011 No. 464IV (see Article 2).", "law-spelling"),
    (
        "Footnote. Article 4 as amended by the Law dated 06.05.2020 No. 322-VІ (see Article 2).",
        "law-spelling",
    ),
]


@pytest.mark.parametrize(("note", "code"), FINDINGS)
def test_oddities_are_found_and_the_note_is_read(note: str, code: str) -> None:
    reading = read_note(note)
    assert [finding.code for finding in reading.findings] == [code]
    assert len(reading.effects) == 1


def test_a_clean_note_has_no_findings() -> None:
    assert read_note(f"Footnote. Article 4 as amended by {LAW} {DAYS}.").findings == ()


def test_an_american_date_is_ambiguous_only_where_it_is() -> None:
    for day in ("06/19/2007", "06/06/2007", "19/06/2007"):
        codes = {finding.code for finding in read_note(f"3. (deleted - No. 264 dated {day})").findings}
        assert "ambiguous-date" not in codes


IN_PLACE = [
    (f"2) is excluded by {LAW} {DAYS};", "en", True),
    ("2. (Is excluded)", "en", True),
    ("(Is excluded)", "en", True),
    ("3. (deleted - No. 264 dated 06/19/2007)", "en", True),
    ("8) исключен Законом РК от 29.12.2014№ 269-V (вводится в действие с 01.01.2015);", "ru", True),
    ("2) алып тасталды - ҚР 2010.11.23 N 354-IV Заңымен;", "kk", True),
    ("3) excluded;", "en", True),
    ("2) cancelled;", "en", False),
    ("2) invalid;", "en", False),
    (
        "2. Persons excluded from the bar association on negative motives may not be participants.",
        "en",
        False,
    ),
    ("2. Decisions shall be repealed by the court.", "en", False),
    (f"Footnote. Article 42 is excluded by {LAW} {DAYS}.", "en", False),
    ("1. A child has rights.", "en", False),
    ("2) отменен;", "ru", False),
    ("", "en", False),
]


@pytest.mark.parametrize(("line", "language", "answer"), IN_PLACE)
def test_in_place(line: str, language: str, answer: bool) -> None:
    assert is_in_place(line, language) is answer


def test_a_language_that_nobody_taught_it() -> None:
    with pytest.raises(UsageError, match="en, ru and kk"):
        read_note("Note. Article 5.", "de")


def test_a_substitution_prints_a_line_for_each_pair() -> None:
    note = f"Footnote. Throughout the text the words “A”, “B” are substituted by the words “C”, “D” by {LAW}."
    (effect,) = read_note(note).effects
    assert effect.substitutions == (("A", "C"), ("B", "D"))
    assert str(effect).splitlines()[1].endswith('"B" -> "D"')


def test_the_words_in_quotes_are_kept_as_they_are_written() -> None:
    note = f"Footnote. Throughout the text the words “Ёлка – the  Tree” are excluded by {LAW} {DAYS}."
    assert read_note(note).effects[0].substitutions == (("Ёлка – the  Tree", ""),)


def test_law_names_are_never_empty() -> None:
    for note, language in NOTES:
        for effect in read_note(note, language).effects:
            assert effect.law == UNKNOWN_LAW or any(map(str.isdigit, effect.law))


HOSTILE = [
    "1-",
    "1. ",
    "2) ",
    "1/",
    "(",
    "“",
    '"',
    "“a”, ",
    "and ",
    "the ",
    "dated ",
    "Footnote. ",
    "Article 1, ",
    "1-300, ",
    "paragraph 1 of ",
    "Decree of the ",
    "dated 20.12.2004 No. 13 (shall be enforced from 01.01.2005); ",
    "Article 5 as amended by the Law dated 20.12.2004 No. 13; ",
    "words “a” are substituted by the words “b” by the Law dated 20.12.2004 No. 13; ",
    "Статья 5 исключена; ",
    "7-бапқа ",
    "\u0301",
]
OPENINGS = [
    "",
    "Footnote. Article 1 as amended by the Laws of the Republic of Kazakhstan ",
    "Footnote. Articles 1-1 - 1-300 as amended by the Laws ",
    "Through the whole text: words ",
    "Footnote. Articles ",
    "Сноска. Статьи ",
    "Ескерту. ",
]


@pytest.mark.slow
@pytest.mark.parametrize("opening", OPENINGS)
def test_a_note_made_to_be_slow_is_not(opening: str) -> None:
    """A pattern that backtracks needs minutes for 100 KB; one that does not needs a tenth of a second. The
    processor's time is counted, not the clock's: other work on the machine must not fail this."""
    for pattern in HOSTILE:
        for language, size in (
            ("en", 100_000),
            ("ru", 50_000),
            ("kk", 50_000),
        ):
            note = (opening + pattern * (size // len(pattern)))[:size]
            assert least_seconds(partial(read_note, note, language)) < 5.0, (opening, pattern, language, size)


def test_reading_grows_as_the_note_does() -> None:
    law = "dated 20.12.2004 No. 13 (shall be enforced from 01.01.2005); "
    opening = "Footnote. Article 1 as amended by the Laws of the Republic of Kazakhstan "

    def best(size: int) -> float:
        note = opening + law * (size // len(law))
        assert len(read_note(note).effects) == size // len(law)
        return least_seconds(lambda: read_note(note))

    assert best(100_000) < 30 * best(10_000)


FRAGMENTS = st.sampled_from(
    sorted({word + " " for note, _ in NOTES for word in note.split()} | set(HOSTILE) | set(".;,()-№\n“”"))
)


@settings(max_examples=300)
@given(st.lists(FRAGMENTS, max_size=60).map("".join), st.sampled_from(LANGUAGES))
def test_any_words_are_read_or_unknown(note: str, language: str) -> None:
    reading = read_note(note, language)
    assert reading.unknown != bool(reading.effects)
    is_in_place(note, language)


@settings(max_examples=300)
@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_is_read_or_unknown(note: str, language: str) -> None:
    reading = read_note(note, language)
    assert reading.unknown != bool(reading.effects)
    is_in_place(note, language)


@settings(max_examples=300)
@given(st.sampled_from(NOTES), st.data())
def test_a_damaged_note_is_read_or_unknown(case: tuple[str, str], data: st.DataObject) -> None:
    note, language = case
    place = data.draw(st.integers(0, len(note)))
    length = data.draw(st.integers(0, 20))
    damaged = note[:place] + data.draw(st.text(max_size=5)) + note[place + length :]
    for effect in read_note(damaged, language).effects:
        assert is_eid(effect.target)
        assert effect.kind in KINDS
        str(effect)
