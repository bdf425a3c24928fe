"""`lawdiff propose sweep`: one term replaced by another throughout a law, with a ledger of every place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from lawdiff.cli.answer_text import caution_lines
from lawdiff.cli.options import DAY, json_option
from lawdiff.cli.page import print_json, print_lines, wrapped
from lawdiff.cli.propose.drafts import Drafts, drafts_options
from lawdiff.drafting.ledger import Fate, Occurrence
from lawdiff.law.act_words import act_name
from lawdiff.law.address import cite
from lawdiff.law.errors import UsageError
from lawdiff.law.marks import MARKS, explanation
from lawdiff.law.phrases import count, in_words

if TYPE_CHECKING:
    from pathlib import Path

    from lawdiff.drafting.certainty import Certainty
    from lawdiff.law.act_text import TextNode
    from lawdiff.law.eid import EId
    from lawdiff.law.json_form import Json
    from lawdiff.law.timeline import ActTimelines
    from lawdiff.law.wording import Wording
    from lawdiff.sources.glossary import Term

Pairs = tuple[tuple[str, str], ...]
_MARKS = {Fate.CHANGED: "*", Fate.LEFT: "!", Fate.ALREADY: "="}


@click.command("sweep")
@click.argument("old")
@click.argument("new")
@click.option("--slug", help="The name of the proposal. [default: made from the new term]")
@click.option("--title", help="The title of the bill.")
@click.option("--proposer", default="", help="Who proposes it.")
@click.option("--why", default="", help="The justification of each amendment.")
@click.option("--base", type=DAY, help="The day whose text is changed. [default: the last that is proved]")
@click.option("--glossary", is_flag=True, help="Follow the glossary to the words that this translation has.")
@click.option("--form", "forms", multiple=True, metavar="OLD=NEW", help="A further form of the term.")
@click.option("--in-quotations", is_flag=True, help="Change quotations and titles of other acts too.")
@click.option("--replace", is_flag=True, help="Write over a proposal of that name.")
@click.option("--dry-run", is_flag=True, help="Show the ledger and write nothing.")
@json_option
@drafts_options
@click.pass_context
def command(
    ctx: click.Context,
    old: str,
    new: str,
    slug: str | None,
    title: str | None,
    proposer: str,
    why: str,
    base: dt.date | None,
    glossary: bool,
    forms: Sequence[str],
    in_quotations: bool,
    replace: bool,
    dry_run: bool,
    as_json: bool,
    drafts: Drafts,
) -> None:
    """Replace the term OLD by NEW throughout the law: one amendment for each place, grammar kept.

    Every occurrence is found, in singular and plural and with any capitals, titles included. The ledger
    lists them all: changed (*), left (!) with the reason, or in the new form already (=). Exit code 1 where
    the term does not stand in the law.

    \b
    lawdiff propose sweep "disabled child" "child with disabilities"
    lawdiff propose sweep "invalid child" "child with disabilities" --glossary
    """
    from lawdiff.drafting.occurrences import occurrences
    from lawdiff.drafting.sweep import known_term

    act = drafts.act()
    term = known_term(drafts.source(act).terms, old)
    pairs = _pairs(old, new, forms, term if glossary else None)
    searched = _searched(drafts, act, base)
    found = occurrences(searched.root, pairs, in_quotations=in_quotations)
    changed = [one for one in found if one.fate is Fate.CHANGED]
    path = drafts.own / f"{_checked(slug or _slug(new))}.md"
    if changed and not dry_run:
        request = _Request(title, proposer, why, pairs, searched.day)
        _write(drafts, act, searched.root, found, path, request, replace)
    if as_json:
        written = str(path) if changed and not dry_run else None
        told = {"law": act, "date": f"{searched.day}", "proposal": written}
        print_json({**told, **_json(searched, found)})
    else:
        print_lines(_lines(drafts, act, pairs, found, searched))
        if changed and not dry_run:
            print_lines(_written(path, path.stem))
        elif not changed:
            print_lines(_nothing(old, pairs, term, glossary))
    ctx.exit(0 if changed else 1)


@dataclass(frozen=True, slots=True)
class _Searched:
    """The text that is searched: the words of the act on the base day, and how well each is known."""

    timelines: ActTimelines
    day: dt.date
    root: TextNode
    certainty: Certainty

    @property
    def unknown(self) -> tuple[EId, ...]:
        """The texts that cannot be searched: no source, or more than one, has their words."""
        from lawdiff.drafting.occurrences import unsearched

        return unsearched(self.root)

    def cautions(self, found: Sequence[Occurrence]) -> tuple[str, ...]:
        """What must be known of the day, and of the laws behind what was found and could not be searched."""
        from lawdiff.drafting.ledger import cautions_of

        eids = [*(one.eid for one in found), *self.unknown]
        return cautions_of(self.timelines, self.day, self.certainty, eids)


@dataclass(frozen=True, slots=True)
class _Request:
    """What the user asked the proposal to say."""

    title: str | None
    proposer: str
    why: str
    pairs: Pairs
    day: dt.date


def _pairs(old: str, new: str, forms: Sequence[str], term: Term | None) -> Pairs:
    from lawdiff.drafting.noun_phrases import number_pairs
    from lawdiff.drafting.sweep import term_pairs

    for words in (old, new):
        if not re.search(r"\w", words) or "\n" in words or len(words) > 200:
            raise UsageError(f"{words[:40]!r} is no term; give the words that stand in the law")
    more = [tuple(part.strip() for part in form.split("=")) for form in forms]
    if any(len(pair) != 2 or not all(pair) for pair in more):
        raise UsageError("--form takes OLD=NEW, such as --form 'disabled youth=youth with disabilities'")
    found = dict(
        term_pairs(term, new) if term else number_pairs(" ".join(old.split()), " ".join(new.split()))
    )
    found.update((pair[0], pair[1]) for pair in more)
    if any(one.lower() == other.lower() for one, other in found.items()):
        raise UsageError("the new term is the old one; there is nothing to change")
    return tuple(found.items())


def _slug(new: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", new.lower()).strip("-")[:60].strip("-")
    if not slug:
        raise UsageError(f"{new[:40]!r} gives no name for the proposal; name it with --slug")
    return slug


def _checked(slug: str) -> str:
    from lawdiff.sources.proposal_file import is_slug

    if not is_slug(slug):
        raise UsageError(f"{slug[:60]!r} is no name of a proposal: small letters, digits and hyphens")
    return slug


def _searched(drafts: Drafts, act: str, base: dt.date | None) -> _Searched:
    """The act on the base day."""
    from lawdiff.drafting.certainty import Certainty
    from lawdiff.history.asof import act_on
    from lawdiff.law.act_text import act_text

    timelines = drafts.archive.timelines(act, language=drafts.language)
    day = base or timelines.horizon
    if day < timelines.act.commencement.last:
        raise UsageError(f"the act was not in force on {day}; name a later day with --base")
    answer = act_on(timelines, day)
    return _Searched(timelines, day, act_text(answer.node), Certainty(answer))


def _write(
    drafts: Drafts,
    act: str,
    root: TextNode,
    found: Sequence[Occurrence],
    path: Path,
    request: _Request,
    replace: bool,
) -> None:
    from lawdiff.drafting.proposal_text import Head, proposal_text, write_file
    from lawdiff.drafting.sweep import sweep_changes
    from lawdiff.law.amendment import Amendment
    from lawdiff.sources.evidence import edition_file
    from lawdiff.sources.proposal_file import Sweep

    source = drafts.source(act)
    old, new = request.pairs[0]
    why = request.why or f"The term “{old}” is replaced by “{new}” throughout the Law."
    title = request.title or f"On amendments to the Law of the Republic of Kazakhstan “{source.act.title}”"
    head = Head(
        title,
        act,
        request.day,
        edition_file(source, drafts.language).language,
        request.proposer,
        sweeps=(Sweep(request.pairs),),
        note=f"The bill replaces the term “{old}” by “{new}”.",
    )
    amendments = [Amendment(change, 0, why) for change in sweep_changes(root, found)]
    write_file(path, proposal_text(path.stem, head, amendments, root), replace=replace)


def _lines(
    drafts: Drafts, act: str, pairs: Pairs, found: Sequence[Occurrence], searched: _Searched
) -> Iterator[str]:
    held = drafts.source(act).act
    yield from wrapped(act_name(held, searched.timelines.language), "", "  ")
    yield from wrapped(
        f"“{pairs[0][0]}” to be replaced by “{pairs[0][1]}”, text of {in_words(searched.day)}", "", "  "
    )
    yield ""
    for one in found:
        yield from wrapped(f"{cite(one.eid)}: {_said(one)}", f"{_MARKS[one.fate]} ", "    ")
        wording = searched.certainty.unproved(one.eid)
        if wording:
            yield from wrapped(f"{MARKS[wording.state]} [{explanation(wording)}]", "    ", "      ")
    if searched.unknown:
        named = ", ".join(cite(eid) for eid in searched.unknown)
        yield from wrapped(f"not searched, no single wording is known: {named}", "? ", "    ")
    counts = [(Fate.CHANGED, "changed"), (Fate.ALREADY, "already in the new form"), (Fate.LEFT, "left")]
    said = "; ".join(f"{sum(one.fate is fate for one in found)} {words}" for fate, words in counts)
    yield from (("", f"{count(len(found), 'place')}: {said}") if found else ())
    yield from caution_lines(searched.cautions(found))


def _said(one: Occurrence) -> str:
    words = f"{one.before}[-{one.words}-]{{+{one.new}+}}{one.behind}" if one.new else f"“{one.words}”"
    return f"{words}  ({one.reason})" if one.reason else words


def _written(path: Path, slug: str) -> Iterator[str]:
    yield ""
    yield f"Written: {path}"
    yield f"Next:    lawdiff propose check {slug}"
    yield f"         lawdiff propose build {slug}"


def _nothing(old: str, pairs: Pairs, term: Term | None, glossary: bool) -> Iterator[str]:
    """Why nothing was found, and what the glossary gives for the same term of the official text."""
    said = f"“{old}” does not stand in this text, in no number and with no capitals; nothing was written."
    yield from wrapped(said, "", "")
    if term and not glossary and pairs[0][0] not in term.forms:
        official = f" of the official text ({term.official_ru})" if term.official_ru else ""
        words = (
            f"The glossary has “{term.forms[0]}” for the same term{official}: add --glossary to follow it."
        )
        yield from wrapped(words, "", "")


def _json(searched: _Searched, found: Sequence[Occurrence]) -> Json:
    return {
        "cautions": list(searched.cautions(found)),
        "not_searched": list(searched.unknown),
        "occurrences": [_occurrence_json(one, searched.certainty.wording(one.eid)) for one in found],
    }


def _occurrence_json(one: Occurrence, wording: Wording | None) -> Json:
    """A place of the term; `state` and `because` tell how the text that it stands in is known."""
    from lawdiff.law.json_form import reason_json

    assert wording is not None
    return {
        "eid": one.eid,
        "span": list(one.span),
        "words": one.words,
        "new": one.new or None,
        "fate": one.fate.name.lower(),
        "reason": one.reason or None,
        "state": wording.state.value,
        "because": [reason_json(reason) for reason in wording.because],
    }
