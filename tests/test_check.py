"""`check` finds what is wrong or doubtful in this law, and in spoilt copies of it, by file and line (R12)."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ACT, Ran

from lawdiff.sources.corpus import corpus_root

Lawdiff = Callable[..., Ran]

# What a reader of the text finds wrong with it: line, kind of finding, words that its message has.
FOUND = [
    (86, "law-missing", "no law"),  # "2. (Is excluded)"
    (92, "number-without-note", "4-1)"),
    (94, "clause-missing", "258-IV"),
    (169, "no-spelling", "NO."),
    (175, "term-two-forms", "children with disabilities"),
    (177, "date-spelled", "27 July 2007"),
    (177, "missing-space", "space"),  # "Article2"
    (185, "clause-missing", "253"),
    (211, "date-spelled", "27 July 2007"),
    (297, "no-spelling", "NO."),
    (341, "no-spelling", "NO."),
    (385, "note-wrong-number", "Article 14-1"),  # stands under Article 41-1
    (391, "likely-move", "Article 41-1"),
    (497, "note-wrong-number", "Article 47-4"),  # stands under Article 47-7
    (559, "number-without-note", "1-1)"),
    (560, "number-without-note", "1-2)"),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the corpus that a test may spoil."""
    shutil.copytree(corpus_root(), tmp_path / "corpus")
    return tmp_path / "corpus"


def spoil(corpus: Path, old: str, new: str, name: str = "en.txt") -> None:
    """Change a file of the copy; the sum of the edition follows."""
    path = corpus / ACT / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    act = corpus / ACT / "act.toml"
    digest = hashlib.sha256((corpus / ACT / "en.txt").read_bytes()).hexdigest()
    act.write_text(re.sub(r'sha256 = "\w+"', f'sha256 = "{digest}"', act.read_text("utf-8")), "utf-8")


def test_this_law(lawdiff: Lawdiff) -> None:
    out = lawdiff("check").out
    for line, code, words in FOUND:
        place = rf"^kz/2002/345/en\.txt:{line}: (warning|note) \[{code}\] .*{re.escape(words)}"
        assert re.search(place, out, re.MULTILINE), (line, code, words)


def test_nothing_else_is_wrong_with_the_text(lawdiff: Lawdiff) -> None:
    lines = lawdiff("check").out.splitlines()
    assert sum("/en.txt:" in line for line in lines) == len(FOUND)
    assert any("320-III" in line and "[law-two-numbers]" in line for line in lines)


def test_warnings_are_no_failure(lawdiff: Lawdiff) -> None:
    ran = lawdiff("check")
    assert ran.code == 0
    assert not re.search(r": error \[", ran.out)


def test_json_has_the_same_findings(lawdiff: Lawdiff) -> None:
    found = json.loads(lawdiff("check", "--json").out)["findings"]
    lines = lawdiff("check").out.splitlines()
    assert len(found) == len(lines) - 1
    assert {"code", "where", "line", "message"} <= set(found[0])
    assert [(one["line"], one["code"]) for one in found if one["file"] == "kz/2002/345/en.txt"] == [
        (line, code) for line, code, _ in FOUND
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "severity"),
    [
        ("Article 20. Obligations of a child", "Article 19. Obligations of a child", "number-twice", "error"),
        ("Article 12. Right", "Article 122. Right", "number-missing", "warning"),
        ("Article 8 as amended by", "Article 8 as mended by", "note-unknown", "warning"),
        ("dated 13.06.2013 No. 102-V", "dated 13.06.2013 No. 999-V", "law-unregistered", "warning"),
        ("dated 13.06.2013 No. 102-V", "dated 14.06.2013 No. 102-V", "law-two-days", "warning"),
    ],
)
def test_a_spoilt_text(lawdiff: Lawdiff, corpus: Path, old: str, new: str, code: str, severity: str) -> None:
    spoil(corpus, old, new)
    ran = lawdiff("check", "--corpus", str(corpus))
    assert re.search(rf"^kz/2002/345/en\.txt:\d+: {severity} \[{code}\] ", ran.out, re.MULTILINE), ran.out
    assert ran.code == (1 if re.search(r": error \[", ran.out) else 0)


def test_a_fact_about_no_provision_is_an_error(lawdiff: Lawdiff, corpus: Path) -> None:
    spoil(corpus, 'target = "art_40__al_1"', 'target = "art_99__para_1"', "facts.toml")
    ran = lawdiff("check", "--corpus", str(corpus))
    assert "kz/2002/345/facts.toml: error [target-unknown] Article 99(1)" in ran.out
    assert ran.code == 1


def test_a_key_that_nothing_reads(lawdiff: Lawdiff, corpus: Path) -> None:
    spoil(corpus, 'number = "345"', 'number = "345"\nnumbr = "346"', "act.toml")
    assert "kz/2002/345/act.toml" in lawdiff("check", "--corpus", str(corpus)).out


def test_an_unreadable_act_does_not_hide_the_others(lawdiff: Lawdiff, corpus: Path) -> None:
    shutil.copytree(corpus / ACT, corpus / "kz/2003/1")
    (corpus / "kz/2003/1/act.toml").write_text("[broken", "utf-8")
    ran = lawdiff("check", "--corpus", str(corpus))
    assert ran.code == 3
    assert "kz/2003/1/act.toml" in ran.err
    assert "kz/2002/345/en.txt:86: warning [law-missing]" in ran.out
