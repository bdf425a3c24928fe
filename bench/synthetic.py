"""A made-up corpus: laws of the real law's size and form, each amended by twenty laws of its own."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from bench.amending import Amending, amending_laws, by_law, by_laws, coming
from bench.prose import Prose

AMENDING_LAWS = 20
_ARTICLES = 60  # and those put in between: about seventy
_INDENT = " " * 6
_REPUBLIC = "of the Republic of Kazakhstan"


def write_corpus(root: Path, laws: int, prose: Prose) -> None:
    """Write the corpus folders of so many laws; the same number gives the same bytes anywhere."""
    for index in range(laws):
        write_law(root, index, prose)


def write_law(root: Path, index: int, prose: Prose) -> None:
    """Write the folder of one law: act.toml, en.txt, laws.toml."""
    random = Random(345_000 + index)
    adopted = dt.date(1996 + index % 10, 1 + random.randrange(12), 1 + random.randrange(28))
    amending = amending_laws(random, AMENDING_LAWS, 1 + index * AMENDING_LAWS, adopted + dt.timedelta(400))
    amending[-1] = coming(amending[-1])
    folder = root / "kz" / f"{adopted.year}" / f"{100 + index}"
    folder.mkdir(parents=True)
    title = prose.words(random, 8)
    text = "\n".join(_Text(random, prose, amending).lines(title, adopted, 100 + index)).encode()
    (folder / "en.txt").write_bytes(text)
    (folder / "laws.toml").write_text("\n".join(law.row() for law in amending), "utf-8")
    (folder / "act.toml").write_text(
        f'id = "kz/{adopted.year}/{100 + index}"\nnumber = "{100 + index}"\nadopted = {adopted}\n'
        f'title = "{title}"\n\n[[edition]]\nlanguage = "en"\nfile = "en.txt"\n'
        f'sha256 = "{hashlib.sha256(text).hexdigest()}"\ndate = 2014-12-31\n',
        "utf-8",
    )


class _Text:
    """One consolidated text, line after line, with the notes that tell what each law did."""

    def __init__(self, random: Random, prose: Prose, laws: Sequence[Amending]) -> None:
        self._random = random
        self._prose = prose
        *self._laws, self._coming = laws
        # Most of what is changed was changed by one law, as 354-IV of 2010 did with the real one.
        self._weights = [12 if place == len(laws) // 2 else 1 for place in range(len(self._laws))]

    def lines(self, title: str, adopted: dt.date, number: int) -> Iterator[str]:
        yield from (title, "", f"The Law {_REPUBLIC} dated {adopted:%d.%m.%Y} No. {number}", "")
        yield from ("Unofficial translation", "")
        yield self._footnote(
            "Throughout the whole text, the words “Legislative acts” are substituted respectively by the "
            f"words “Laws” {by_law(self._laws[len(self._laws) // 2])}"
        )
        yield ""
        yield _INDENT + self._sentence(".")
        yield self._footnote(f"The Preamble as amended {by_laws(self._some(1))}")
        yield ""
        for article in range(1, _ARTICLES + 1):
            if article % 6 == 1:
                yield from (f"Chapter {article // 6 + 1}. {self._prose.words(self._random, 6)}", "")
            yield from self._article(f"{article}")
            if self._random.random() < 0.17:
                yield from self._inserted_article(f"{article}-1", article // 6 + 1)
        yield from (f"{_INDENT}The President", f"{_INDENT}{_REPUBLIC}")

    def _article(self, number: str) -> Iterator[str]:
        fate = self._random.random()
        title = f"Article {number}. {self._prose.words(self._random, 7)}"
        if fate < 0.03:
            note = f"Article {number} is excluded {by_laws(self._some(1))}"
            yield from (title, "", self._footnote(note), "")
            return
        if fate < 0.06:
            yield from (f"{_INDENT}Note of RCLI!", _INDENT + self._announced(number))
        yield from (title, "")
        if fate < 0.12:
            yield self._footnote(f"Title of Article {number} as amended {by_laws(self._some(1))}")
        is_amended = 0.06 <= fate < 0.45
        yield from self._body(is_amended)
        if is_amended:
            laws = self._some(self._random.choice((1, 1, 1, 2, 3, 5)))
            yield self._footnote(f"Article {number} as amended {by_laws(laws)}")
        elif fate < 0.60:
            yield self._footnote(self._reworded(number))
        yield ""

    def _inserted_article(self, number: str, chapter: int) -> Iterator[str]:
        """`The Law is supplemented by Article 14-1 ...`; of one in ten no note tells (R7)."""
        yield from (f"Article {number}. {self._prose.words(self._random, 7)}", "")
        yield from self._body(False)
        where = self._random.choice(("The Law", f"Chapter {chapter}"))
        (law,) = self._some(1)
        if self._random.random() < 0.9:
            yield self._footnote(
                f"{where} is supplemented by Article {number} in accordance with the Law {_REPUBLIC} "
                f"{law.cited}"
            )
        yield ""

    def _reworded(self, number: str) -> str:
        first, *others = self._some(self._random.choice((1, 1, 1, 2)))
        note = f"Article {number} is in the wording of the Law {_REPUBLIC} {first.cited}"
        return f"{note}; as amended {by_laws(others)}" if others else note

    def _announced(self, number: str) -> str:
        return (
            f"Article {number} is provided to be in the wording of the Law {_REPUBLIC} {self._coming.cited}."
        )

    def _body(self, is_amended: bool) -> Iterator[str]:
        """One sentence, numbered paragraphs, or a list; an amended article has its traces inside."""
        form = self._random.randrange(6)
        if form == 0:
            yield _INDENT + self._sentence(".")
        elif form == 1:
            yield f"{_INDENT}{self._prose.words(self._random, 12)}:"
            yield from self._items(is_amended)
        else:
            for paragraph in range(1, self._random.randint(3, 5)):
                if is_amended and paragraph == 2 and self._random.random() < 0.1:
                    yield f"{_INDENT}2. (Is excluded)"
                elif self._random.random() < 0.3:
                    yield f"{_INDENT}{paragraph}. {self._prose.words(self._random, 12)}:"
                    yield from self._items(is_amended)
                else:
                    yield f"{_INDENT}{paragraph}. {self._sentence('.')}"
                    if self._random.random() < 0.15:
                        yield _INDENT + self._sentence(".")

    def _items(self, is_amended: bool) -> Iterator[str]:
        last = self._random.randint(3, 7)
        for item in range(1, last + 1):
            end = "." if item == last else ";"
            if is_amended and self._random.random() < 0.08:
                yield f"{_INDENT}{item}) is excluded {by_laws(self._some(1))}{end}"
            else:
                yield f"{_INDENT}{item}) {self._sentence(end)}"
            if is_amended and item < last and self._random.random() < 0.05:
                yield f"{_INDENT}{item}-1) {self._sentence(';')}"

    def _some(self, count: int) -> list[Amending]:
        """So many different laws in their order."""
        chosen: set[int] = set()
        while len(chosen) < count:
            chosen.update(self._random.choices(range(len(self._laws)), self._weights))
        return [self._laws[place] for place in sorted(chosen)]

    def _sentence(self, end: str) -> str:
        return self._prose.sentence(self._random, end)

    @staticmethod
    def _footnote(words: str) -> str:
        return f"{_INDENT}Footnote. {words}."
