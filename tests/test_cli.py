"""The command line: what each command prints, in which forms, and with which exit code (DESIGN section 8)."""

from __future__ import annotations

import html.parser
import json
import re
from collections.abc import Callable

import pytest
from conftest import Ran
from markdown_it import MarkdownIt

from lawdiff.cli.main import COMMANDS
from lawdiff.cli.propose.group import COMMANDS as DRAFTING

Lawdiff = Callable[..., Ran]
GROUPS = {"propose": DRAFTING}
NAMES = [*COMMANDS, *(f"{group} {name}" for group, inside in GROUPS.items() for name in inside)]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example(lawdiff: Lawdiff, name: str) -> None:
    ran = lawdiff(*name.split(), "--help")
    assert ran.code == 0
    assert re.search(rf"^ +lawdiff {name}\b", ran.out, re.MULTILINE), ran.out
    assert "--json" in ran.out or name in GROUPS or name == "serve"  # it goes on until Ctrl-C
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_lists_every_command(lawdiff: Lawdiff, group: str) -> None:
    ran = lawdiff(group, "--help")
    for name, (_, line) in GROUPS[group].items():
        assert re.search(rf"^  {name} +{re.escape(line)}$", ran.out, re.MULTILINE)


def test_the_group_lists_every_command(lawdiff: Lawdiff) -> None:
    ran = lawdiff("--help")
    assert ran.code == 0
    for name, (_, line) in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(line)}$", ran.out, re.MULTILINE)


READING = [
    ("asof", "2012-01-01", "art 7"),
    ("asof", "2009-01-01"),
    ("asof", "2010-12-10", "art 5"),
    ("asof", "2020-01-01", "art 47-1"),
    ("asof", "2012-01-01", "--evidence", "edition"),
    ("diff", "2003-01-01", "2015-02-01"),
    ("diff", "2003-01-01", "2015-02-01", "--stat"),
    ("diff", "2012-01-01", "2009-01-01"),
    ("log",),
    ("log", "art 7"),
    ("show", "354-IV"),
    ("show", "236-V"),
    ("show", "40"),
    ("blame",),
    ("blame", "art 14", "--on", "2012-01-01"),
    ("pending",),
    ("laws",),
]


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_text_is_readable_at_80_columns(lawdiff: Lawdiff, arguments: tuple[str, ...]) -> None:
    ran = lawdiff(*arguments)
    lines = ran.out.split("\n")
    assert ran.code == 0
    assert [line for line in lines if len(line) > 80] == []
    assert [line for line in lines if line != line.rstrip()] == []
    assert "\n\n\n" not in ran.out
    assert "\x1b" not in ran.out  # no colour where there is no terminal
    assert "art_" not in ran.out  # an eId is for programs
    assert ran.err == ""


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_json(lawdiff: Lawdiff, arguments: tuple[str, ...]) -> None:
    ran = lawdiff(*arguments, "--json")
    found = json.loads(ran.out)
    assert ran.code == 0
    assert found["law"] == "kz/2002/345"
    assert "evidence" in found


@pytest.mark.parametrize("arguments", [each for each in READING if each[0] in ("asof", "diff")], ids=" ".join)
def test_markdown_and_html(lawdiff: Lawdiff, arguments: tuple[str, ...]) -> None:
    markdown = lawdiff(*arguments, "--format", "markdown").out
    assert markdown.startswith("# Law of 8 August 2002 No. 345 “On the Rights of the Child”\n")
    assert markdown.endswith("\n")
    assert MarkdownIt().parse(markdown)
    page = lawdiff(*arguments, "--format", "html").out
    assert page.startswith("<!DOCTYPE html>\n")
    Balanced().check(page)


class Balanced(html.parser.HTMLParser):
    """Raises where a page's elements are not closed in their order."""

    VOID = ("meta", "tr", "td")  # a cell and a row end where the next begins

    def check(self, page: str) -> None:
        self.open: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
