"""A corpus of one invented law in Russian or in Kazakh, set as adilet.zan.kz sets them."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

ACTS = Path(__file__).parent / "fixtures" / "acts"
ACT = "kz/2005/30"
_TOML = """id = "kz/2005/30"
number = "30"
adopted = 2005-03-04
title = "{title}"
clause = "from:2005-07-01"

[[edition]]
language = "{language}"
file = "{language}.txt"
sha256 = "{sha256}"
"""


def bees_text(language: str) -> str:
    return (ACTS / f"{language}.txt").read_bytes().decode("utf-8")


def bees_corpus(corpus: Path, language: str, name: str = "") -> Path:
    """The corpus folder with the law in one language, or with another text in that language."""
    folder = corpus / ACT
    folder.mkdir(parents=True, exist_ok=True)
    source = ACTS / f"{name or language}.txt"
    shutil.copy(source, folder / f"{language}.txt")
    title = bees_text(name or language).partition("\n")[0]
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    (folder / "act.toml").write_text(
        _TOML.format(title=title, language=language, sha256=digest), encoding="utf-8"
    )
    return corpus
