"""The names in the history, of laws, acts and files: checked, so that none is an option or a way out."""

from __future__ import annotations

import re

from lawdiff.law.act import is_act_id
from lawdiff.law.eid import EId, is_eid
from lawdiff.law.errors import SourceError

_LAW = re.compile(r"[^\W_]+(?:-[^\W_]+)*\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")


def checked_law(number: str) -> str:
    """The number of a law, such as `354-IV`. SourceError for anything that git could take for more."""
    if not _LAW.match(number) or len(number) > 40:
        raise SourceError(
            f"{number!r} is no number of a law; write letters and digits joined by hyphens, 354-IV"
        )
    return number


def act_folder(act: str, language: str) -> str:
    """Where the files of an act in a language stand in the history: `kz/2002/345/en`."""
    if not is_act_id(act):
        raise SourceError(f"{act!r} is not the id of a law; write country/year/number, such as kz/2002/345")
    if not _LANGUAGE.match(language):
        raise SourceError(f"{language!r} is no language; write its ISO 639 code, such as en")
    return f"{act}/{language}"


def article_file(eid: EId) -> str:
    """The name of an article's file; one in an annex has the annex in its name: `annex_1__art_2.md`."""
    if not is_eid(eid) or eid.kind != "art" or (eid.parent and eid.segments[0][0] != "annex"):
        raise SourceError(f"{eid!r} is no article; its file cannot be named")
    return f"{eid}.md"


README = "README.md"
