"""Laws unlike that of the corpus, for what must hold for every law: each written into a corpus and folded."""

from __future__ import annotations

from pathlib import Path

from bees_corpus import bees_corpus
from edition_corpus import gardens, write_editions
from history_corpus import small_corpus
from import_files import imported

from bench.prose import Prose
from bench.synthetic import write_law
from lawdiff.history.engine import fold
from lawdiff.law.timeline import ActTimelines, EvidenceScope
from lawdiff.sources.corpus import act_ids, corpus_root, read_act
from lawdiff.sources.evidence import gather

_WELLS = """\
On Wells

The Law of the Republic of Kazakhstan dated 20 May 2003 No. 50

Article 1. Wells

      1. Wells are {}.
      2. Ropes are long.
      {}
"""
_TWICE = (
    "Footnote. Article 1 as amended by the Laws of the Republic of Kazakhstan dated 01.02.2008 No. 10-III "
    "(shall be enforced from 01.03.2008); dated 01.02.2010 No. 20-IV (shall be enforced from 01.03.2010)."
)
PAGES = Path(__file__).parent / "fixtures" / "pages"
OTHER_LAWS = ("small", "several editions", "sections and parts", "annex", "one of two reworded", "made up")


def other_law(name: str, corpus: Path) -> ActTimelines:
    """The timelines of one of OTHER_LAWS, put into an empty corpus."""
    if name == "small":
        small_corpus(corpus)
    elif name == "several editions":
        write_editions(corpus, {("en", day): text for day, text in gardens().items()})
    elif name == "sections and parts":
        bees_corpus(corpus, "ru", "deep_ru")
    elif name == "one of two reworded":
        later = {("en", "2012-12-31"): _WELLS.format("dry", _TWICE)}
        write_editions(corpus, {("en", "2006-12-31"): _WELLS.format("deep", "")} | later)
    elif name == "annex":
        imported(PAGES / "annex.txt", corpus)
    else:
        write_law(corpus, 0, Prose(corpus_root() / "kz/2002/345/en.txt"))
    (act,) = act_ids(corpus)
    return fold(gather(read_act(corpus, act), EvidenceScope.ALL), EvidenceScope.ALL)
