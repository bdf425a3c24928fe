"""The pages in an act's folder of the history, read from its files."""

from __future__ import annotations

from collections.abc import Mapping

from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.store.act_reader import read_act_page
from lawdiff.store.markdown_reader import read_article
from lawdiff.store.names import README
from lawdiff.store.page import ActPage, Page, links_of


def read_folder(files: Mapping[str, str]) -> tuple[ActPage, dict[EId, Page]]:
    """The page of the act and those of its articles, from the files by name.

    SourceError where the contents and the files are not the same articles; KeyError without a README.
    """
    act = read_act_page(files[README])
    eids = {EId(name.removesuffix(".md")) for name in files if name != README}
    listed = {link.eid for link in links_of(act.contents)}
    for eid in sorted(listed ^ eids):
        raise SourceError(f"{eid}.md is {'missing' if eid in listed else 'not among the contents'}")
    return act, {eid: read_article(files[f"{eid}.md"], eid) for eid in sorted(eids)}
