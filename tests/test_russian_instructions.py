"""Russian amending sentences are read as fixtures/instructions_ru.txt says, and never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_hostile_sentences import SIGNS, seconds
from test_instructions import Case, cases

from lawdiff.law.errors import SourceError
from lawdiff.sources.instructions.address_words import AddressWords
from lawdiff.sources.instructions.forms import LONGEST
from lawdiff.sources.instructions.instruction import Instruction, Verb
from lawdiff.sources.instructions.outline import Sentence, outline
from lawdiff.sources.instructions.plain_markdown import markdown_lines
from lawdiff.sources.instructions.russian.addresses import read_russian_places
from lawdiff.sources.instructions.russian.forms import russian_forms
from lawdiff.sources.instructions.russian.grammar import RUSSIAN
from lawdiff.sources.instructions.sentences import read_sentence

FIXTURE = Path(__file__).parent / "fixtures/instructions_ru.txt"
CASES = tuple(cases("\n" + FIXTURE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_read(case: Case) -> None:
    found: list[str] = []
    for entry in outline(markdown_lines(case.amending)):
        assert isinstance(entry, Sentence)
        for instruction in read_sentence(entry, RUSSIAN):
            found += notation(instruction)
            takes_wording = instruction.verb in (Verb.REWORD, Verb.SUPPLEMENT)
            is_sentence = instruction.verb is Verb.APPEND and not instruction.new
            assert bool(instruction.wording) == (takes_wording or is_sentence)
    assert "\n".join(found) == case.expected


def notation(each: Instruction) -> Iterator[str]:
    """An instruction as the fixture writes it."""
    for place in each.places:
        where = named(place)
        everywhere = " everywhere" if each.everywhere else ""
        match each.verb:
            case Verb.SUBSTITUTE:
                for old, new in zip(each.old, each.new, strict=True):
                    yield f"substitute {where} “{old}” -> “{new}”{everywhere}"
            case Verb.OMIT:
                yield from (f"omit {where} “{old}”{everywhere}" for old in each.old)
            case Verb.AFTER | Verb.BEFORE:
                yield f"{each.verb.value} {where} “{each.old[0]}” + “{each.new[0]}”"
            case Verb.APPEND:
                yield f"append {where} " + (f"“{each.new[0]}”" if each.new else "a wording")
            case Verb.SUPPLEMENT:
                yield f"supplement {where} by {', '.join(named(one) for one in each.what.each)}"
            case Verb.RENUMBER:
                yield f"renumber {where} as {named(each.what)}"
            case _:
                yield f"{each.verb.value} {where}"


def named(place: AddressWords) -> str:
    levels = [f"{kind}_{number}" if number else kind for kind, number in place.levels]
    told = "__".join([*levels, *(["heading"] if place.is_heading else [])]) or "here"
    return f"{told} inside" if place.is_inside else told


@pytest.mark.parametrize(
    "sentence",
    [
        "статью 5 как-нибудь поменять;",
        "в пункте 2 слова «а» заменить;",
        "слова «а» и «б» заменить словами «в»;",
        "дополнить статьей следующего содержания: «Так.»;",
        "подпункты 1) и 2) пунктов 1 и 2 исключить;",
        "абзац исключить;",
        "в статье пятьсот слова «а» исключить;",
        "статью 5 изложить в следующей редакции;",
    ],
)
def test_what_is_never_guessed(sentence: str) -> None:
    with pytest.raises(SourceError):
        list(read_sentence(Sentence(sentence, 1, 0), RUSSIAN))


PIECES_JOINED = """в |статьи 7 |пункта 1 и |подпункты 1), |часть первую и |слова «а» |
слова «а», |после слов «а» |заменить |исключить, |дополнить |дополнить словами |статьей 1 |
следующего содержания|: |; |«|»|1-|а |, и |соответственно |по всему тексту |считать """
PIECES = PIECES_JOINED.replace("\n", "").split("|")


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_sentences(piece: str) -> None:
    """Ten times the text takes no more than some twenty times as long; a square would be a hundred."""

    def read(text: str) -> None:
        for _ in read_sentence(Sentence(text, 1, 0), RUSSIAN):
            pass

    for reader in (read, read_russian_places):
        for before in ("", "в пункте 1 слова "):
            long, short = (before + piece * (size // len(piece)) for size in (SIGNS, SIGNS // 10))
            assert seconds(reader, long) < 0.1 + 20 * max(seconds(reader, short), 0.001)
    for before in ("", "в ", "слова ⟦0⟧ заменить "):
        statement = (before + piece.replace("«а»", "⟦0⟧") * LONGEST)[:LONGEST]
        assert seconds(russian_forms, statement) < 0.05
