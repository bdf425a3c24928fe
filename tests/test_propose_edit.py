"""`lawdiff propose edit`, `list` and the files of proposals: as a drafter uses them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from drafts import TERMS, kept

from lawdiff.drafting.folders import proposal_paths
from lawdiff.sources.corpus import corpus_root
from lawdiff.sources.proposal_file import read_proposal_file
from lawdiff.sources.recommendations import read_recommendations

Lawdiff = Callable[..., Ran]


@pytest.fixture
def propose(lawdiff: Lawdiff, tmp_path: Path) -> Lawdiff:
    """Runs `lawdiff propose` with a folder of its own for proposals."""

    def run(*arguments: str) -> Ran:
        return lawdiff("propose", *arguments, "--proposals", str(tmp_path / "proposals"))

    return run


def edited(propose: Lawdiff, tmp_path: Path, change: Callable[[str], str], *options: str) -> tuple[Ran, str]:
    """The law given to an editor, changed, and taken back; the run and the proposal's amending text."""
    law = tmp_path / "law.md"
    law.unlink(missing_ok=True)
    assert propose("edit", "trial", "--to", str(law)).code == 0
    law.write_text(change(law.read_text("utf-8")), "utf-8")
    ran = propose("edit", "trial", "--from", str(law), *options)
    path = tmp_path / "proposals" / "trial.md"
    return ran, path.read_text("utf-8").partition("## Amendments\n\n")[2] if path.exists() else ""


def _counted_anew(text: str) -> str:
    article = text[text.index("### Article 36.") : text.index("### Article 37.")]
    lines = article.split("\n")
    third = next(at for at, line in enumerate(lines) if line.startswith("- **3.**"))
    rest = "\n".join(lines[third + 1 :]).replace("- **4.**", "- **3.**").replace("- **5.**", "- **4.**")
    return text.replace(article, "\n".join([*lines[:third], rest]))


EDITS: dict[str, tuple[Callable[[str], str], str]] = {
    "words added": (
        lambda text: text.replace(
            "right to rest and leisure time being", "right to rest, play and leisure time being"
        ),
        "1) paragraph 1 of Article 19 after the words “rest” shall be supplemented by the words “, play”;\n",
    ),
    "a line deleted": (
        lambda text: "\n".join(
            line for line in text.split("\n") if "rendering of qualified legal assistance" not in line
        ),
        "1) subparagraph 7) of paragraph 2 of Article 18 shall be excluded;\n",
    ),
    "a paragraph added": (
        lambda text: text.replace(
            "comprehensive protection.\n", "comprehensive protection.\n- 3. No child shall go hungry.\n"
        ),
        "1) Article 4 shall be supplemented by paragraph 3 of the following wording:\n\n"
        "   > 3. No child shall go hungry.\n",
    ),
    "a title": (
        lambda text: text.replace(
            "### Article 20. Obligations of a child", "### Article 20. Duties of a child"
        ),
        "1) in the title of Article 20 the words “Obligations” shall be substituted by the words “Duties”;\n",
    ),
    "a new article": (
        lambda text: text.replace(
            "### Article 17.", "### Article 16-2. Right to play\n\nEach child may play.\n\n### Article 17."
        ),
        "1) supplement with Article 16-2 of the following wording:\n\n"
        "   > Article 16-2. Right to play\n   > Each child may play.\n",
    ),
}


EDITS |= {
    # Article 51 has a first passage, and a second one with a list of items under it
    "a passage before one with a list": (
        lambda text: text.replace(
            "shall be determined by the Government of the Republic of Kazakhstan.\n- Authorized body "
            "in the field of "
            "protection",
            "shall be determined by the Government of the Republic of Kazakhstan.\n- It shall report "
            "each year.\n"
            "- Authorized body in the field of protection",
        ),
        "1) Article 51 shall be supplemented by part two of the following wording:\n\n"
        "   > It shall report each year.\n",
    ),
    # Article 36 has paragraphs 1 to 5: without the third, the others one number lower
    "a list counted anew": (
        _counted_anew,
        "1) in Article 36:\n\n"
        "   - paragraph 3 shall be excluded;\n\n"
        "   - paragraph 4 shall be considered paragraph 3;\n\n"
        "   - paragraph 5 shall be considered paragraph 4;\n",
    ),
    "a line that the editor broke": (
        lambda text: text.replace(
            "right to rest and leisure time being", "right to rest, play and leisure\n  time being"
        ),
        "1) paragraph 1 of Article 19 after the words “rest” shall be supplemented by the words “, play”;\n",
    ),
    "words that a neighbour would bring": (
        lambda text: text.replace(
            "rights and freedoms in the Republic", "rights, freedoms and interests in the Republic"
        ),
        "1) in paragraph 1 of Article 2 the words “rights and freedoms” shall be substituted by the "
        "words “rights, "
        "freedoms and interests”;\n",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_becomes_an_amendment(propose: Lawdiff, tmp_path: Path, name: str) -> None:
    change, expected = EDITS[name]
    ran, text = edited(propose, tmp_path, change)
    assert (ran.code, ran.err) == (0, "")
    assert text == expected


def test_nothing_edited_is_nothing_proposed(propose: Lawdiff, tmp_path: Path) -> None:
    ran, text = edited(propose, tmp_path, lambda text: text.replace("**", ""))
    assert (ran.code, text) == (1, "")
    assert ran.out == "Nothing was changed; nothing was written.\n"


def test_a_proposal_is_gone_on_with(propose: Lawdiff, tmp_path: Path) -> None:
    """The editor gets the text as proposed; amendments that stay keep their justification."""
    kept(tmp_path / "proposals", TERMS)
    ran, text = edited(
        propose, tmp_path, lambda text: text.replace("Each child in family", "A child in family")
    )
    assert ran.code == 0
    assert "in Article 22 the words “Each” shall be substituted by the words “A”;" in text
    assert "Justification: The term is out of date." in text
    assert text.count("“disabled child” shall be substituted") == 2


def test_a_file_of_the_history_can_be_edited(propose: Lawdiff, tmp_path: Path, kept_repository: Path) -> None:
    import subprocess

    shown = subprocess.run(
        ["git", "-C", f"{kept_repository}", "show", "main:kz/2002/345/en/art_7.md"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    path = tmp_path / "art_7.md"
    path.write_text(
        shown.stdout.replace("in favor of children;\n", "for the benefit of children;\n", 1), "utf-8"
    )
    ran = propose("edit", "trial", "--from", str(path))
    assert (ran.code, ran.err) == (0, "")
    text = (tmp_path / "proposals" / "trial.md").read_text("utf-8")
    assert "1) in subparagraph 1) of paragraph 1 of Article 7 the words" in text
    assert "\n2) " not in text


@pytest.fixture
def kept_repository(lawdiff: Lawdiff, kept: Path) -> Path:
    assert lawdiff("asof", "2014-07-05", "art 7").code == 0
    return kept


def test_the_file_says_of_which_day_it_is(propose: Lawdiff, tmp_path: Path) -> None:
    """On 15 March 2014 some of what the law says in July is not known: an unedited file proposes nothing."""
    law = tmp_path / "law.md"
    assert propose("edit", "trial", "--to", str(law), "--base", "2014-03-15").code == 0
    assert law.read_text("utf-8").startswith("<!-- text of 2014-03-15 -->\n")
    assert propose("edit", "trial", "--from", str(law)).code == 1
    ran = propose("edit", "trial", "--from", str(law), "--base", "2014-07-05")
    assert ran.code == 2
    assert "is the text of 2014-03-15, not of 2014-07-05; leave out --base" in ran.err


def test_an_editor_is_opened(propose: Lawdiff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text("#!/bin/sh\nsed -i 's/Each child in family/A child in family/' \"$1\"\n")
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    assert propose("edit", "trial").code == 0
    text = (tmp_path / "proposals" / "trial.md").read_text("utf-8")
    assert "in Article 22 the words “Each” shall be substituted by the words “A”;" in text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda text: text.replace("- **2.** (Is excluded)", "- **2.** New words."),
            "Article 7(2) is excluded and its number stays",
        ),
        (
            lambda text: text.replace(
                "### Article 17.", "### Article 16-3. Play\n\nPlay.\n\n### Article 17."
            ),
            "what is added there is Article 16-2",
        ),
        (
            lambda text: text.replace("### Article 17.", "### Article 16. Play\n\nPlay.\n\n### Article 17."),
            "stands twice",
        ),
        (
            lambda text: text.replace(
                "### Article 17.", "### Article 16-2. (Is excluded)\n\n### Article 17."
            ),
            "Article 16-2 is new and has no words; give it words, or take it out",
        ),
        (lambda text: "Hello\n\n" + text, "“Hello” stands before any article"),
        (
            lambda text: text.replace("### Article 17.", "### A note\n\n### Article 17."),
            "“A note” is no title of a chapter or article",
        ),
        (lambda _: "", "this is no text of an act"),
        (lambda text: text.replace("right to rest", "right to \u202erest"), "the control character U+202E"),
    ],
)
def test_edits_that_no_amendment_makes(
    propose: Lawdiff, tmp_path: Path, change: Callable[[str], str], said: str
) -> None:
    ran, text = edited(propose, tmp_path, change)
    assert (ran.out, text) == ("", "")
    assert ran.code in (2, 3)
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_list(propose: Lawdiff, tmp_path: Path) -> None:
    kept(tmp_path / "proposals", TERMS, "terms")
    (tmp_path / "proposals" / "broken.md").write_text("no front matter", "utf-8")
    ran = propose("list", "--json")
    assert [row["slug"] for row in json.loads(ran.out)["proposals"]] == ["terms", "disability-terms"]
    assert ran.code == 3
    assert f"{tmp_path / 'proposals' / 'broken.md'}:1: a proposal begins with its front matter" in ran.err
    assert "disability-terms\n" in propose("list").out


def test_the_recommendations(propose: Lawdiff) -> None:
    """Those about codes that are not held are listed as such; the one about this law is drafted."""
    found = json.loads(propose("list", "--recommendations", "--json").out)["recommendations"]
    drafted = [row for row in found if row["drafted"]]
    assert [(row["law"], row["proposal"]) for row in drafted] == [("kz/2002/345", "disability-terms")]
    assert drafted[0]["text"].startswith(
        "Introduce changes to the definitions of the Law “On the Rights of the Child”"
    )
    acts = {row["act"] for row in found if not row["drafted"]}
    assert {"Criminal Code", "Code of Administrative Offenses"} <= acts
    assert all(row["why"] for row in found if not row["drafted"])


def test_every_recommendation_has_its_proposal_in_the_corpus() -> None:
    for each in read_recommendations(corpus_root()):
        if each.proposal:
            folder = corpus_root() / each.held / "proposals"
            assert each.proposal in [path.stem for path in proposal_paths([folder])]
            file = read_proposal_file(folder / f"{each.proposal}.md")
            assert file.act == each.held


def test_a_folder_that_cannot_be_written(propose: Lawdiff, tmp_path: Path) -> None:
    (tmp_path / "proposals").write_text("a file")
    ran = propose("sweep", "disabled child", "child with disabilities")
    assert ran.code == 2
    assert "cannot be written" in ran.err
