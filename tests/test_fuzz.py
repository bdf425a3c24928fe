"""The first tries of bench/fuzz_notes.py, the same on every machine; the script goes on for minutes."""

from __future__ import annotations

import time
from itertools import islice

import pytest

from bench.fuzz_notes import LANGUAGES, failures, try_edition

NOTES = (
    "      Footnote. Article 1 as amended by the Law dated 20.12.2004 No. 13. ",
    "      Сноска. Статья 1 в редакции Закона РК от 10.01.2011 № 383-IV. 2. Слова. ",
)
SLOW_TO_READ = [
    *NOTES,
    *(note * 1000 + "\n" for note in NOTES),
    "Глава 1. А Статья 1. Б ",
    "Chapter 1\n",
    "1. Name\n      Words\n",
    "      1) an item;\n      words\n",
    "Статья 1\n",
    "      Footnote. ",
    "      Note of RCLI!\n",
    "      Примечание РЦПИ!\n      Пункт 2 предусмотрен в редакции Закона РК от 03.07.2014 № 227-V.\n",
    "      Президент\n\n",
    "1-бап",
    "IVX ",
]


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_breaks(seed: int) -> None:
    assert [failure for failure in islice(failures(seed), 1500) if failure] == []


@pytest.mark.slow
@pytest.mark.parametrize("pattern", SLOW_TO_READ, ids=lambda pattern: pattern[:30])
def test_a_text_made_to_be_slow_is_not(pattern: str) -> None:
    """200 KB that must take a time in proportion to their length, in processor time."""
    for language in LANGUAGES:
        text = "Article 1. Name\n" + (pattern * (200_000 // len(pattern) + 1))[:200_000]
        start = time.process_time()
        try_edition(text, language)
        assert time.process_time() - start < 10.0
