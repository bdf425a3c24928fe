"""`lawdiff show`: everything one amending law did."""

from __future__ import annotations

import click

from lawdiff.cli.asked_act import AskedAct, act_options
from lawdiff.cli.options import evidence_option, json_option


@click.command("show")
@click.argument("number", metavar="LAW", nargs=-1, required=True)
@json_option
@evidence_option
@act_options
def command(
    number: tuple[str, ...],
    as_json: bool,
    evidence: str,
    act: AskedAct,
) -> None:
    """Everything the amending LAW did, and what the register knows of it.

    LAW is a number as people write it: 354-IV, 354-iv, "No. 354-IV". A substitution of words throughout
    the text is shown with every place that it reached; those that no footnote tells of are marked.

    \b
    lawdiff show 354-IV
    lawdiff show 227-V --json
    """
    from lawdiff.history.amendment import amendment
    from lawdiff.law.law_number import find_law

    timelines = act.timelines(evidence)
    register = act.register()
    named = {reason: () for effect in timelines.effects for reason in effect.laws if reason != "?"}
    known = named | {each.number: each.also_written for each in register.values()}
    asked = find_law(" ".join(number), known)
    shown = amendment(timelines, asked)
    if as_json:
        from lawdiff.cli.page import print_json
        from lawdiff.cli.show_forms import amendment_json

        print_json(amendment_json(shown, timelines, register.get(asked), act.source_pages()))
    else:
        from lawdiff.cli.page import print_lines
        from lawdiff.cli.show_forms import amendment_lines

        print_lines(amendment_lines(shown, timelines, register.get(asked), act.source_pages()))
