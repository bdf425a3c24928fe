"""A made-up law in several dated editions: four in English, for tests that need editions as witnesses."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from lawdiff.history.engine import fold
from lawdiff.law.evidence import Evidence
from lawdiff.law.timeline import ActTimelines, Clock, EvidenceScope
from lawdiff.sources.act_source import ActSource
from lawdiff.sources.corpus import read_act
from lawdiff.sources.evidence import gather

GARDENS = "kz/2003/50"
FIXTURES = Path(__file__).parent / "fixtures" / "editions"
DAYS = ("2006-12-31", "2009-12-31", "2012-12-31", "2014-06-30")
_LAW = re.compile(
    r"dated (\d\d)\.(\d\d)\.(\d{4}) No\. ([\w-]+) \(shall be enforced from (\d\d)\.(\d\d)\.(\d{4})\)"
)


def gardens(language: str = "en", days: Iterable[str] = DAYS) -> dict[str, str]:
    """The editions of the law on gardens, by their day."""
    return {day: (FIXTURES / f"{language}-{day}.txt").read_text("utf-8") for day in days}


def write_editions(
    corpus: Path,
    editions: Mapping[tuple[str, str], str],
    act: str = GARDENS,
    adopted: str = "2003-05-20",
    clause: str = "from:2003-07-01",
) -> ActSource:
    """Put an act with these editions, by language and day, into a corpus, and the laws of its notes."""
    folder = corpus / act
    folder.mkdir(parents=True, exist_ok=True)
    number = act.rpartition("/")[2]
    rows = [
        f'id = "{act}"\nnumber = "{number}"\nadopted = {adopted}\ntitle = "On Gardens"\nclause = "{clause}"\n'
    ]
    laws: dict[str, str] = {}
    for (language, day), text in editions.items():
        name = f"{language}-{day}.txt"
        (folder / name).write_text(text, "utf-8")
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        rows.append(
            f'[[edition]]\nlanguage = "{language}"\nfile = "{name}"\nsha256 = "{sha256}"\ndate = {day}\n'
        )
        for d, m, y, law, *begins in _LAW.findall(text):
            laws[law] = (
                f'[[law]]\nnumber = "{law}"\nadopted = {y}-{m}-{d}\nsource = "the notes"\n'
                f'clause = "from:{"-".join(begins[::-1])}"\n'
            )
    (folder / "act.toml").write_text("\n".join(rows), "utf-8")
    (folder / "laws.toml").write_text("\n".join(laws.values()), "utf-8")
    return read_act(corpus, act)


def gathered(source: ActSource, language: str = "en") -> Evidence:
    return gather(source, EvidenceScope.ALL, language)


def folded(source: ActSource, language: str = "en", clock: Clock = Clock.ENFORCED) -> ActTimelines:
    return fold(gathered(source, language), EvidenceScope.ALL, clock)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
