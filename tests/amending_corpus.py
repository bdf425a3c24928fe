"""A small corpus with a law and the texts of laws that amended it, made in a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures/amending"
ACT = "kz/2010/1-IV"
_ADOPTED = {"20-V": "2012-05-05", "30-V": "2013-07-07", "50-V": "2015-03-01"}


def gardens(root: Path, texts: Sequence[tuple[str, str | None]] = (), edition_text: str = "") -> Path:
    """The corpus with the Law “On Gardens”. `texts` are files such as "20-V.en.txt", each with its text, or
    None for that of the fixtures; `edition_text` stands in for the edition."""
    folder = root / ACT
    folder.mkdir(parents=True)
    edition = edition_text.encode() or (FIXTURES / "gardens.en.txt").read_bytes()
    (folder / "en.txt").write_bytes(edition)
    (folder / "act.toml").write_text(
        f'id = "{ACT}"\nnumber = "1-IV"\nadopted = 2010-03-01\ntitle = "On Gardens"\n'
        'clause = "from:2010-04-01"\n[titles]\nru = "О садах"\n\n[[edition]]\nlanguage = "en"\n'
        f'file = "en.txt"\ndate = 2013-12-31\nsha256 = "{hashlib.sha256(edition).hexdigest()}"\n',
        encoding="utf-8",
    )
    rows = []
    for name, text in texts:
        content = (FIXTURES / name).read_bytes() if text is None else text.encode()
        (folder / name).write_bytes(content)
        law, language, _ = name.split(".")
        rows.append(
            f'[[text]]\nlaw = "{law}"\nadopted = {_ADOPTED[law]}\nlanguage = "{language}"\nfile = "{name}"\n'
            f'sha256 = "{hashlib.sha256(content).hexdigest()}"\n'
        )
    if rows:
        (folder / "amending.toml").write_text("\n".join(rows), encoding="utf-8")
    return root
