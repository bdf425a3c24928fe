"""The files of the history as a proposal would make them: the articles it changes, and the act's own page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lawdiff.history.clocks import causes_of, tick_day
from lawdiff.history.engine import fold
from lawdiff.law.eid import EId
from lawdiff.law.errors import SourceError
from lawdiff.law.evidence import Evidence
from lawdiff.law.timeline import Clock, EvidenceScope
from lawdiff.store.act_markdown import act_markdown
from lawdiff.store.act_pages import ActPages, version_on
from lawdiff.store.act_reader import read_act_page
from lawdiff.store.article_markdown import article_markdown
from lawdiff.store.markdown_reader import read_article
from lawdiff.store.names import README, act_folder, article_file


def proposal_pages(
    evidence: Evidence, law: str, changed: Iterable[EId], readme: str
) -> Mapping[str, str | None]:
    """The files that the proposal `law` changes, by path, None for one that goes.

    `evidence` has the proposal's effects; `changed` are the texts it changes, `readme` is the act's page on
    the commit it starts from. Announced laws do not count: they are on a branch of their own. SourceError
    where a page does not read back as it was written.
    """
    alone = replace(evidence, effects=tuple(each for each in evidence.effects if not each.announced))
    causes = causes_of(alone)
    tick = next(at for at, cause in enumerate(causes, start=1) if cause.law == law)
    pages = ActPages(fold(alone, EvidenceScope.ALL, Clock.SEQUENCE), alone.edition, tick_day(0))
    folder = act_folder(evidence.act.id, evidence.edition.language)
    found: dict[str, str | None] = {}
    tops = dict.fromkeys(EId(eid.partition("__")[0]) for eid in changed)
    for eid in tops:
        if eid.kind == "art" and eid in pages.articles:
            page = version_on(pages.articles[eid], tick_day(tick))
            text = article_markdown(page) if page else None
            if text is not None and read_article(text, eid) != page:
                raise SourceError(f"{eid} does not read back as it was written; nothing was changed")
            found[f"{folder}/{article_file(eid)}"] = text
    own = act_markdown(pages.act(tick_day(tick), read_act_page(readme).layout))
    return found if own == readme else {f"{folder}/{README}": own, **found}
