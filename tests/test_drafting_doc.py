"""The examples of docs/drafting.md are real: what is said to be read is read, and it can be applied."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import law_evidence
from test_instructions import law, notation

from lawdiff.drafting.proposal import open_proposal
from lawdiff.history.applied import applied
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.instructions.outline import outline
from lawdiff.sources.instructions.plain_markdown import markdown_lines
from lawdiff.sources.instructions.reader import read_amendments
from lawdiff.sources.proposal_file import read_proposal

ROOT = Path(__file__).resolve().parent.parent
DOC = (ROOT / "docs/drafting.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```markdown\n(.*?)```\n```changes\n(.*?)```", DOC, re.DOTALL)


@pytest.mark.parametrize(("amending", "changes"), EXAMPLES)
def test_examples(amending: str, changes: str) -> None:
    read = read_amendments(outline(markdown_lines(amending)), law())
    assert [line for each in read for line in notation(each.change)] == changes.splitlines()
    applied(law(), [each.change for each in read])


def test_every_example_is_run() -> None:
    assert len(EXAMPLES) == DOC.count("```markdown") == DOC.count("```changes") >= 6


def test_the_file() -> None:
    (example,) = re.findall(r"```proposal\n(.*?)```", DOC, re.DOTALL)
    proposal = open_proposal(read_proposal(example, "example", "example.md"), law_evidence(EvidenceScope.ALL))
    assert [amendment.justification for amendment in proposal.amendments] == [
        *["Why these amendments are proposed."] * 2,
        "",
    ]


@pytest.mark.parametrize("command", ["sweep", "edit", "check", "build", "rebase", "list"])
def test_every_command_is_named(command: str) -> None:
    assert f"`lawdiff propose {command}" in DOC
