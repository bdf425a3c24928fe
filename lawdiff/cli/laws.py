"""`lawdiff laws`: the register of amending laws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from lawdiff.cli.asked_act import AskedAct, act_options
from lawdiff.cli.options import evidence_option, json_option

if TYPE_CHECKING:
    from lawdiff.history.amendment import Amendment
    from lawdiff.law.amending_law import AmendingLaw
    from lawdiff.law.commencement import Commencement
    from lawdiff.law.timeline import ActTimelines

_MARKS = {
    "a": "announced: a note says that it will change the act, and does not give its words",
    "f": "no note of the edition names it: only the facts register tells what it did",
    "u": "not in the register laws.toml",
}


@click.command("laws")
@json_option
@evidence_option
@act_options
def command(as_json: bool, evidence: str, act: AskedAct) -> None:
    """The register of the laws that amended the act, by commencement, with their days.

    \b
    lawdiff laws
    lawdiff laws --json
    """
    timelines = act.timelines(evidence)
    register = act.register()
    shown = list(_laws(timelines, register))
    if as_json:
        from lawdiff.cli.page import print_json
        from lawdiff.cli.show_forms import law_json

        laws = [law_json(each, register.get(each.law)) for each in shown]
        print_json({"law": timelines.act.id, "evidence": timelines.scope.value, "laws": laws})
    else:
        from lawdiff.cli.page import print_lines

        print_lines(_lines(shown, timelines, register))


def _laws(timelines: ActTimelines, register: Mapping[str, AmendingLaw]) -> Iterator[Amendment]:
    """The laws that any effect names, by commencement, then those of the register that did nothing known."""
    from lawdiff.history.amendment import Amendment, amendments
    from lawdiff.law.law_order import UNKNOWN_LAW

    found = [each for each in amendments(timelines) if each.law != UNKNOWN_LAW]
    yield from found
    named = {each.law for each in found}
    yield from (Amendment(number, (), ()) for number in register if number not in named)


def _lines(
    shown: list[Amendment], timelines: ActTimelines, register: Mapping[str, AmendingLaw]
) -> Iterator[str]:
    from lawdiff.cli.page import wrapped
    from lawdiff.law.act_words import act_name
    from lawdiff.law.phrases import span

    act = timelines.act
    yield from wrapped(act_name(act, timelines.language), "", "  ")
    yield ""
    days = f"{'Adopted':<10} {'Published':<10} {'In force':<22}"
    yield click.style(f"  {'Law':<8} {days} {'Basis':<9} {'Notes':>5} {'Facts':>5}", bold=True)
    used = set()
    for each in shown:
        registered = register.get(each.law)
        mark = _mark(each, registered)
        used.add(mark)
        cause = each.causes[0] if each.causes else None
        adopted = registered.adopted if registered else cause.adopted if cause else None
        published = str(registered.published) if registered and registered.published else "unknown"
        when = cause.commencement if cause else _by_register(registered)
        basis = when.basis.value if when else ""
        yield (
            f"{mark or ' '} {each.law:<8} {adopted or 'unknown'!s:<10} {published:<10} "
            f"{span(when):<22} {basis:<9} {each.from_notes:>5} {each.from_facts:>5}"
        )
    yield ""
    yield "  Notes, Facts: the effects that each tells of, some of them told by both"
    for mark, words in _MARKS.items():
        if mark in used:
            yield from wrapped(words, f"  {mark}  ", "     ")


def _by_register(registered: AmendingLaw | None) -> Commencement | None:
    """The commencement of a law of which no effect is known."""
    from lawdiff.law.clause import resolve

    return resolve(registered.clause, registered.adopted, registered.published) if registered else None


def _mark(each: Amendment, registered: AmendingLaw | None) -> str:
    if registered is None:
        return "u"
    if each.announced:
        return "a"
    return "" if each.from_notes else "f"
