"""`lawdiff log`: the laws that touched a provision, newest first."""

from __future__ import annotations

from collections.abc import Sequence

import click

from lawdiff.cli.asked_act import AskedAct, act_options
from lawdiff.cli.options import asked_provisions, evidence_option, json_option


@click.command("log")
@click.argument("address", nargs=-1)
@json_option
@evidence_option
@act_options
def command(
    address: Sequence[str],
    as_json: bool,
    evidence: str,
    act: AskedAct,
) -> None:
    """The laws that touched the provision at ADDRESS, or the whole act, newest first.

    Each with the days of its adoption, publication and commencement, and what it did at which place.
    A law that is only one of several candidates is marked.

    \b
    lawdiff log art 7
    lawdiff log "Article 29(4)" --json
    """
    from lawdiff.history.log import log_of

    timelines = act.timelines(evidence)
    asked = asked_provisions(address, timelines)
    log, register = log_of(timelines, asked), act.register()
    if as_json:
        from lawdiff.cli.log_forms import log_json
        from lawdiff.cli.page import print_json

        print_json(log_json(log, timelines, asked, register))
    else:
        from lawdiff.cli.log_forms import log_lines
        from lawdiff.cli.page import print_lines

        print_lines(log_lines(log, timelines, asked, register))
