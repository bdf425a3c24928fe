"""Damaged notes and texts, for the grammar and the reader: python -m bench.fuzz_notes MINUTES [SEED]

Every note of the fixtures and the texts of the tests are cut, mixed and mistyped. What must hold: no error
but a SourceError, every line kept, effects of the domain, and processor time in proportion to the length.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lawdiff.law.eid import is_eid
from lawdiff.law.errors import SourceError
from lawdiff.sources.edition_text import read_edition
from lawdiff.sources.notes import is_in_place, read_note
from lawdiff.sources.notes.collection import read_notes_in
from lawdiff.sources.notes.note import KINDS

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "ru", "kk")
NOTES_AMONG_ALL = 0.9
PIECE = 8000  # characters of an edition
SLOW = 2.0  # seconds of processor time for any one text here
ODD = [
    "\x00",
    "\u0301",
    "\u2028",
    "\ufeff",
    "І",
    "i",
    "№",
    "“",
    '"',
    "(",
    ")",
    "-",
    "–",
    ";",
    ".",
    "\n",
    "\r",
    "\t",
    "1-",
    "99",
]


def notes() -> list[str]:
    found = []
    fixtures = ROOT / "tests/fixtures"
    for path in (*sorted(fixtures.glob("notes/*.txt")), fixtures / "notes_unknown.txt"):
        parts = path.read_text(encoding="utf-8").split("\n.\n")
        found += parts[1::3]
    return found


def editions() -> list[str]:
    paths = [ROOT / "corpus/kz/2002/345/en.txt", *sorted((ROOT / "tests/fixtures/acts").glob("*.txt"))]
    return [path.read_bytes().decode("utf-8") for path in paths]


def damaged(random_: random.Random, text: str, others: Sequence[str]) -> str:
    """The text with up to five things done to it: cut, doubled, mistyped, mixed with another."""
    for _ in range(random_.randint(1, 5)):
        at = random_.randint(0, len(text))
        to = min(len(text), at + random_.choice((1, 3, 10, 50, 200)))
        match random_.randint(0, 6):
            case 0:
                text = text[:at] + text[to:]
            case 1:
                text = text[:at] + random_.choice(ODD) + text[at:]
            case 2:
                text = text[:at] + text[at:to] * random_.randint(2, 40) + text[to:]
            case 3:
                other = random_.choice(others)
                text = text[:at] + other[random_.randint(0, len(other)) :][:300] + text[at:]
            case 4:
                words = text.split(" ")
                i, j = random_.randrange(len(words)), random_.randrange(len(words))
                words[i], words[j] = words[j], words[i]
                text = " ".join(words)
            case 5:
                text = text[:at] + text[at:to].swapcase() + text[to:]
            case _:
                text = text[:at] + text[at:to][::-1] + text[to:]
    return text


def try_note(text: str, language: str) -> None:
    reading = read_note(text, language)
    assert reading.unknown != bool(reading.effects)
    for effect in reading.effects:
        assert is_eid(effect.target), effect.target
        assert effect.kind in KINDS
        str(effect)
    is_in_place(text, language)
    read_notes_in(text)


def try_edition(text: str, language: str) -> None:
    try:
        found = read_edition(text, "kz/2002/345", language)
    except SourceError:
        return
    assert found.printed() == text
    eids = [node.eid for node in found.walk()]
    assert len(eids) == len(set(eids))
    assert all(is_eid(eid.replace("-x", "-")) for eid in eids)


def failures(seed: int) -> Iterator[str]:
    """What went wrong in each try, "" for one that went well; the same tries for the same seed."""
    random_ = random.Random(seed)
    all_notes, all_editions = notes(), editions()
    while True:
        is_note = random_.random() < NOTES_AMONG_ALL
        text = random_.choice(all_notes if is_note else all_editions)
        if not is_note:
            start = random_.randint(0, max(0, len(text) - PIECE))
            text = text[start : start + PIECE]
        text = damaged(random_, text, all_notes)
        yield tried(try_note if is_note else try_edition, text, random_.choice(LANGUAGES))


def tried(attempt: Callable[[str, str], None], text: str, language: str) -> str:
    began = time.process_time()
    try:
        attempt(text, language)
    except Exception as error:  # noqa: BLE001 whatever it is, it is what we look for
        return f"{type(error).__name__}: {error}\n{language} {text!r}"
    took = time.process_time() - began
    return f"{took:.1f} seconds: {language} {text!r}" if took > SLOW else ""


def main(minutes: float, seed: int) -> int:
    ends = time.monotonic() + minutes * 60
    tries = failed = 0
    for failure in failures(seed):
        tries += 1
        if failure:
            failed += 1
            print(failure, flush=True)
        if time.monotonic() > ends:
            break
    print(f"seed {seed}: {tries} tries, {failed} failures")
    return 1 if failed else 0


if __name__ == "__main__":
    arguments = [*sys.argv[1:], "1", "1"][:2] if len(sys.argv) != 2 else [sys.argv[1], "1"]
    sys.exit(main(float(arguments[0]), int(arguments[1])))
