"""A small corpus of invented laws, for tests that need a whole history which can be read at a glance."""

from __future__ import annotations

import hashlib
from pathlib import Path

BEES = """\
On Bees

The Law of the Republic of Kazakhstan dated 1 March 2001 No. 10

Chapter 1. Keeping

Article 1. Hives

      1. Hives are [marked] & numbered.
      2. is excluded by the Law of the Republic of Kazakhstan dated 05.05.2003 No. 77-II (shall be enforced \
from 01.07.2003).
      Footnote. Article 1 as amended by the Law of the Republic of Kazakhstan dated 05.05.2003 No. 77-II \
(shall be enforced from 01.07.2003).

Article 2. Honey

      2014.5 grams are a <spoon>.
      Footnote. Article 2 is in the wording of the Law of the Republic of Kazakhstan dated 06.06.2004 No. \
88-III (shall be enforced from 01.01.2005).

Article 2-1. Wax

      Note of RCLI!
      Paragraph 1 is provided to be in the wording of the Law of the Republic of Kazakhstan dated 05.07.2004 \
No. 99-III (shall be enforced from 01.01.2006).
      1. Wax is sold.
      Footnote. The Law is supplemented by Article 2-1 in accordance with the Law of the Republic of \
Kazakhstan dated 06.06.2004 No. 88-III (shall be enforced from 01.01.2005).
"""

WASPS = """\
On Wasps

Article 1. Nests

      Nests are left alone.
      Footnote. Article 1 as amended by the Law of the Republic of Kazakhstan dated 06.06.2004 No. 88-III \
(shall be enforced from 01.01.2005).
"""


def write_act(corpus: Path, act: str, text: str, adopted: str = "2001-03-01") -> Path:
    """Put an act into the corpus, or put another text in its place."""
    folder = corpus / act
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "en.txt").write_text(text, "utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    title = text.partition("\n")[0]
    (folder / "act.toml").write_text(
        f'id = "{act}"\nnumber = "{act.rpartition("/")[2]}"\nadopted = {adopted}\ntitle = "{title}"\n\n'
        f'[[edition]]\nlanguage = "en"\nfile = "en.txt"\nsha256 = "{sha256}"\n',
        "utf-8",
    )
    return folder


def small_corpus(corpus: Path) -> Path:
    """One act of three articles, three laws, one of them only announced."""
    write_act(corpus, "kz/2001/10", BEES)
    return corpus
