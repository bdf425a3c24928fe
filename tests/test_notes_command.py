"""`lawdiff notes`: note sentences on the command line, without an act."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from test_notes import FIXTURES, cases
from test_start import HEAVY, loaded

from lawdiff.sources.notes.collection import read_notes_in

Lawdiff = Callable[..., Ran]
AMENDED = "Footnote. Article 5 as amended by the Law dated 27.07.2007 No. 320."
EFFECT = "amend art_5 320 2007-07-27 none\n"


def write(folder: Path, text: str) -> str:
    path = folder / "notes.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_file_of_one_note(lawdiff: Lawdiff, tmp_path: Path) -> None:
    ran = lawdiff("notes", write(tmp_path, AMENDED + "\n"))
    assert (ran.code, ran.out, ran.err) == (0, EFFECT, "")


def test_standard_input(lawdiff: Lawdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(AMENDED.encode())))
    ran = lawdiff("notes", "-")
    assert (ran.code, ran.out) == (0, EFFECT)


def test_an_unknown_note_is_unknown_and_the_others_are_read(lawdiff: Lawdiff, tmp_path: Path) -> None:
    ran = lawdiff("notes", write(tmp_path, f"See the gazette.\n\n{AMENDED}\n"))
    assert (ran.code, ran.out, ran.err) == (1, "unknown\n" + EFFECT, "")


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.txt")), ids=lambda path: path.stem)
def test_fixture_cases_are_notes_too(lawdiff: Lawdiff, path: Path) -> None:
    """All three languages mixed in one file: each note tells its own by its letters."""
    expected = "".join(f"{effects}\n" for _, _, effects, _ in cases(path))
    assert lawdiff("notes", str(path)).out == expected


SEVERAL = [
    ("one each line", "2. (Is excluded)\n3) excluded;\n4) excluded;", 3),
    ("empty lines between", "2. (Is excluded)\n\n3) excluded;\n", 2),
    ("an announcement", "Note of RCLI!\nParagraph 3 is provided to be excluded.\n2. (Is excluded)", 2),
    ("a list of words", "Through the whole text:\nwords “A” are excluded;\nwords “B” are excluded.", 1),
    ("a line that was broken", "Footnote. Article 5 as amended by the Law dated\n27.07.2007 No. 320.", 1),
    ("openings without empty lines", "Footnote. Article 1 was excluded\nСноска. Статья 2 исключена", 2),
    ("sentences without openings", "Article 1 was excluded.\nArticle 2 was excluded.", 2),
    ("three languages", "2. (Is excluded)\n\n2) исключен;\n\n42-бап алып тасталды.", 3),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count"), [each[1:] for each in SEVERAL], ids=[each[0] for each in SEVERAL])
def test_several_notes_are_told_apart(text: str, count: int) -> None:
    notes = read_notes_in(text)
    assert len(notes) == count
    assert not any(note.reading.unknown for note in notes)


@pytest.mark.parametrize(
    ("note", "language"),
    [
        (AMENDED, "en"),
        ("Footnote. Article 1 as amended by the Laws dated РК dated 20.12.2004 No. 13.", "en"),
        ("Сноска. Статья 7 с изменениями, внесенными Законом РК от 20.12.2004 N 13.", "ru"),
        ("Сноска. Приложение 1 в редакции приказа Министра юстиции РК от 26.05.2020 № 58-НҚ.", "ru"),
        ("Ескерту. 4-бапқа өзгеріс енгізілді - ҚР 2010.11.23 N 354-IV Заңымен.", "kk"),
        ("42-бап алып тасталды.", "kk"),
        ("nothing to read", "en"),
    ],
)
def test_the_language_is_told_by_the_letters(note: str, language: str) -> None:
    (found,) = read_notes_in(note)
    assert found.language == language


def test_json(lawdiff: Lawdiff, tmp_path: Path) -> None:
    note = (
        "Footnote. Throughout the text the words “A”, “B” are substituted by the words “C”, “D” by the Law "
    )
    ran = lawdiff("notes", write(tmp_path, note + "dated 27 July 2007 No. 320 (see Article2)."), "--json")
    (found,) = json.loads(ran.out)["notes"]
    assert (found["language"], found["unknown"]) == ("en", False)
    assert found["effects"] == [
        {
            "kind": "substitute",
            "target": "text",
            "law": "320",
            "adopted": "2007-07-27",
            "clause": "see:art_2",
            "substitutions": [{"old": "A", "new": "C"}, {"old": "B", "new": "D"}],
        }
    ]
    assert [each["code"] for each in found["findings"]] == ["date-spelled", "missing-space"]


def test_what_cannot_be_read(lawdiff: Lawdiff, tmp_path: Path) -> None:
    for path, says in (
        (str(tmp_path / "none.txt"), "cannot be read"),
        (write(tmp_path, " \n\n"), "it has no note"),
    ):
        ran = lawdiff("notes", path)
        assert (ran.code, ran.out) == (3, "")
        assert says in ran.err
    (tmp_path / "notes.txt").write_bytes("Сноска.\n".encode("cp1251"))
    assert "not UTF-8" in lawdiff("notes", str(tmp_path / "notes.txt")).err


def test_it_starts_light(tmp_path: Path) -> None:
    found = loaded("notes", write(tmp_path, AMENDED), repository=tmp_path)
    assert not found & (HEAVY - {"lawdiff.sources.notes"})
    assert not {name for name in found if name.startswith(("lawdiff.store", "lawdiff.history"))}
    assert "lawdiff.sources.notes.russian" not in found
