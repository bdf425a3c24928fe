"""The corpus is read whole, and every mistake in it is told by file, line and what to do (R8, R12, R13)."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from lawdiff.law.clause import Clause
from lawdiff.law.commencement import Basis, Commencement
from lawdiff.law.effect import Certainty, Kind
from lawdiff.law.errors import LawdiffError, SourceError, UsageError
from lawdiff.law.finding import Severity
from lawdiff.sources.act_source import ActSource, read_act_source
from lawdiff.sources.corpus import act_folder, act_ids, corpus_root, fingerprint, read_act

ACT = "kz/2002/345"
FOLDER = corpus_root() / ACT


@pytest.fixture(scope="module")
def source() -> ActSource:
    return read_act(corpus_root(), ACT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the act's folder that a test may spoil."""
    return Path(shutil.copytree(FOLDER, tmp_path / ACT))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_corpus_has_this_act() -> None:
    assert ACT in act_ids(corpus_root())


def test_the_counts(source: ActSource) -> None:
    facts = source.facts
    assert len(source.laws) == 25
    assert len(facts.effects) == 118  # 114 and the four paragraphs that No. 125 brought into Article 52
    assert len(facts.unchanged) == 285
    assert len(facts.compared) == 12
    assert len(facts.unnoted) == 7
    assert len(facts.contradictions) == 10
    assert len(facts.gaps) == 5
    assert len(facts.later) == 6
    assert Counter(effect.kind for effect in facts.effects) == {
        Kind.AMEND: 34,
        Kind.SUBSTITUTE: 7,
        Kind.INSERT: 35,
        Kind.REPLACE: 16,
        Kind.MOVE: 14,
        Kind.REPEAL: 7,
        Kind.RENAME_AMEND: 5,
    }
    assert Counter(effect.certainty for effect in facts.effects) == {
        Certainty.COMPARED: 107,
        Certainty.ONE_OF: 11,
    }


def test_the_act(source: ActSource) -> None:
    act = source.act
    assert (act.id, act.number, act.adopted) == (ACT, "345", dt.date(2002, 8, 8))
    assert act.title == "On the Rights of the Child"
    assert act.commencement == Commencement(dt.date(2002, 8, 19), dt.date(2002, 9, 18), Basis.DEFAULT)
    assert source.titles["ru"] == "О правах ребенка в Республике Казахстан"


def test_the_edition(source: ActSource) -> None:
    (edition,) = source.editions
    assert (edition.language, edition.date, edition.translation) == ("en", None, "unofficial")
    content = edition.path.read_bytes()
    assert edition.sha256 == hashlib.sha256(content).hexdigest()
    assert edition.read().encode("utf-8") == content


@pytest.mark.parametrize(
    ("number", "adopted", "clause"),
    [
        ("13", "2004-12-20", "from:2005-01-01"),
        ("40", "2005-04-13", "from:2005-01-01"),
        ("125", "2006-01-31", "none"),
        ("253", "2007-05-15", "none"),
        ("320", "2007-07-27", "see:art_2"),
        ("185-IV", "2009-07-11", "from:2009-08-30"),
        ("354-IV", "2010-11-23", "after_publication:10"),
        ("452-IV", "2011-07-05", "from:2011-10-13"),
        ("517-IV", "2011-12-26", "on_publication"),
        ("210-V", "2014-06-18", "after_publication:21"),
        ("236-V", "2014-07-05", "from:2015-01-01"),
    ],
)
def test_a_law_of_the_register(source: ActSource, number: str, adopted: str, clause: str) -> None:
    law = source.laws[number]
    assert (law.number, str(law.adopted), str(law.clause)) == (number, adopted, clause)
    assert law.source.startswith("clause: ")
    assert law.published is None


def test_a_law_keeps_its_titles_and_their_source(source: ActSource) -> None:
    law = source.laws["354-IV"]
    assert law.title.endswith("Ensuring the Protection of the Rights of the Child")
    assert law.title_official.endswith("по вопросам обеспечения защиты прав ребенка")
    assert "title: codes meta.yaml@bde9139a" in law.source


def test_an_effect_takes_its_days_from_the_register(source: ActSource) -> None:
    (effect,) = [one for one in source.facts.effects if one.target == "art_29__para_2"]
    (cause,) = effect.causes
    assert effect.kind is Kind.AMEND
    assert (cause.law, str(cause.clause)) == ("185-IV", "from:2009-08-30")
    assert cause.commencement.first == dt.date(2009, 8, 30)
    assert effect.source == "facts: rus 2009-07-17 vs 2010-03-19"
    assert not effect.announced
    assert effect.line is None


def test_an_effect_on_own_text_is_told_apart(source: ActSource) -> None:
    (effect, *_) = [one for one in source.facts.effects if one.laws == ("125",)]
    assert (effect.target, effect.own_text_only) == ("art_52", True)
    whole = [one for one in source.facts.effects if one.target == "art_16-1"]
    assert [one.own_text_only for one in whole] == [False]


def test_a_move_has_its_goal(source: ActSource) -> None:
    moves = {str(one.target): one for one in source.facts.effects if one.kind is Kind.MOVE}
    assert moves["art_1__subpara_5"].moved_to == "art_1__subpara_12"
    assert moves["art_1__subpara_5"].same_words
    assert not moves["art_1__subpara_6"].same_words
    assert moves["art_5__para_1"].moved_to == "art_5"
    assert (moves["art_42"].moved_to, moves["art_42"].own_text_only) == ("art_41-1", True)


def test_a_whole_text_substitution_gives_no_russian_words(source: ActSource) -> None:
    found = [one for one in source.facts.effects if one.kind is Kind.SUBSTITUTE]
    assert {one.laws for one in found} == {("354-IV",)}
    assert all(one.substitutions == () for one in found)


def test_announced_laws_are_not_announced_here(source: ActSource) -> None:
    found = [one for one in source.facts.effects if one.laws in {("227-V",), ("236-V",)}]
    assert len(found) == 5
    assert not any(one.announced for one in found)


def test_the_laws_of_an_unchanged_row(source: ActSource) -> None:
    rows = {(str(one.target), one.own_text_only, one.since): one for one in source.facts.unchanged}
    older = rows["preamble", False, dt.date(2004, 12, 20)]
    assert older.laws == {"40", "125", "253", "320", "176-IV", "185-IV", "188-IV", "258-IV"}
    assert older.source == "facts: the same words in every Russian edition from 2004-12-20 to 2010-03-19"
    newer = rows["preamble", False, dt.date(2010, 11, 23)]
    assert "354-IV" not in newer.laws
    assert {"372-IV", "452-IV", "236-V"} <= newer.laws
    assert ("art_1", True, dt.date(2004, 12, 20)) in rows
    assert ("art_1__subpara_1", False, dt.date(2004, 12, 20)) in rows


def test_every_law_stands_in_one_compared_edition(source: ActSource) -> None:
    incorporated = [law for edition in source.facts.compared for law in edition.incorporates]
    assert sorted(incorporated) == sorted(source.laws)


def test_every_fact_has_a_source(source: ActSource) -> None:
    facts = source.facts
    assert all(one.source for one in facts.unnoted)
    assert all(one.source for one in facts.contradictions)
    assert all(one.source for one in facts.gaps)
    assert all(one.source for one in facts.later)
    assert all(one.source for one in facts.compared)
    assert all(one.source.startswith("facts: ") for one in facts.effects)
    assert all(one.source.startswith("facts: ") for one in facts.unchanged)


def test_candidates_outside_the_register_are_findings(source: ActSource) -> None:
    (effect,) = [one for one in source.facts.effects if one.target == "art_30__para_1__al_7"]
    assert effect.laws == ("517-IV", "175-V")
    found = [one for one in source.findings if one.code == "law-unregistered"]
    assert [one.message.split()[2] for one in found] == ["435-V", "501-V", "240-VI"]


def test_what_is_doubtful_is_a_finding(source: ActSource) -> None:
    assert Counter(one.code for one in source.findings) == {
        "fact-doubtful": 11,
        "languages-disagree": 10,
        "translation-gap": 5,
        "law-unregistered": 3,
        "law-two-numbers": 1,
    }
    for finding in source.findings:
        lines = Path(finding.file).read_text("utf-8").splitlines()
        assert finding.severity is Severity.NOTE
        assert finding.line is not None
        assert lines[finding.line - 1].startswith("[[")


def test_the_glossary(source: ActSource) -> None:
    (term,) = source.terms
    assert term.official_ru == "ребенок-инвалид"
    assert term.forms == ("disabled child", "disabled children")
    assert term.synonyms == ("invalid child",)
    assert term.proposed == ("child with disabilities", "children with disabilities")


def test_only_the_act_and_a_text_are_needed(folder: Path) -> None:
    for name in ("laws", "facts", "glossary"):
        (folder / f"{name}.toml").unlink()
    source = read_act_source(folder)
    assert (dict(source.laws), source.facts.effects, source.terms, source.findings) == ({}, (), (), ())


def test_one_line_rows_and_tables_are_the_same(folder: Path) -> None:
    facts = folder / "facts.toml"
    text = facts.read_text("utf-8")
    start, end = text.index("unchanged = ["), text.index("# The changes,")
    rows = re.findall(r"^  \{ (.*) \},$", text[start:end], re.MULTILINE)
    as_tables = "".join(
        "[[unchanged]]\n" + re.sub(r", (?=(?:since|until|source|note) = )", "\n", row) + "\n\n"
        for row in rows
    )
    before = read_act_source(folder).facts
    facts.write_text(text[:start] + as_tables + text[end:], "utf-8")
    assert len(rows) == 285
    assert read_act_source(folder).facts.unchanged == before.unchanged


def test_a_clause_of_the_row_comes_before_the_registers(folder: Path) -> None:
    change(
        folder / "facts.toml",
        'target = "art_16-1"\nkind',
        'target = "art_16-1"\nclause = "from:2012-05-05"\nkind',
    )
    (effect,) = [one for one in read_act_source(folder).facts.effects if one.target == "art_16-1"]
    assert effect.causes[0].clause == Clause.parse("from:2012-05-05")
    assert effect.causes[0].commencement.last == dt.date(2012, 5, 5)


def test_a_publication_day_makes_days_computed(folder: Path) -> None:
    day = 'number = "354-IV"\npublished = 2010-11-30\npublished_source = "a newspaper"'
    change(folder / "laws.toml", 'number = "354-IV"', day)
    source = read_act_source(folder)
    (effect,) = [one for one in source.facts.effects if one.target == "art_16-1"]
    assert effect.causes[0].commencement.basis is Basis.COMPUTED
    assert effect.causes[0].commencement.first == dt.date(2010, 12, 11)
    assert source.laws["354-IV"].source.endswith("publication: a newspaper")


def test_an_effect_of_unregistered_laws_only_is_left_out(folder: Path) -> None:
    change(
        folder / "facts.toml",
        'kind = "insert"\nlaw = "176-IV"',
        'kind = "insert"\nlaw = "999-IV"',
    )
    source = read_act_source(folder)
    assert len(source.facts.effects) == 117
    assert any("999-IV" in one.message for one in source.findings)


def test_an_unknown_key_is_a_finding(folder: Path) -> None:
    change(folder / "laws.toml", 'note = "meta.yaml', 'remark = "meta.yaml')
    (found,) = [one for one in read_act_source(folder).findings if one.code == "unknown-key"]
    assert "`remark`" in found.message
    assert found.severity is Severity.WARNING
    assert found.line is not None
    line = (folder / "laws.toml").read_text("utf-8").splitlines()[found.line - 1]
    assert line == "[[law]]"


BROKEN = {
    # name: (file, words, words instead, what the message has)
    "broken TOML": ("laws.toml", 'number = "40"', 'number = "40', r"laws\.toml:\d+: this is not TOML"),
    "no number": ("laws.toml", 'number = "40"', "", r"laws\.toml:\d+: \[\[law\]\]: `number` is missing"),
    "a number bare": ("laws.toml", 'number = "40"', "number = 40", "`number` must be words in quotes"),
    "a day in quotes": ("laws.toml", "adopted = 2005-04-13", 'adopted = "2005-04-13"', "must be a day"),
    "a time of day": ("laws.toml", "= 2005-04-13", "= 2005-04-13T10:00:00", "write the day alone"),
    "a wild year": ("laws.toml", "adopted = 2005-04-13", "adopted = 9999-12-31", "correct the year"),
    "a wrong clause": ("laws.toml", 'clause = "none"', 'clause = "soon"', "write from:2005-01-01"),
    "no source": ("laws.toml", "source = ", "note = ", "`source` is missing"),
    "a law twice": ("laws.toml", 'number = "40"', 'number = "13"', "stands here a second time"),
    "publication unproved": (
        "laws.toml",
        'number = "40"',
        'number = "40"\npublished = 2005-05-01',
        "add `published_source`",
    ),
    "no list": ("glossary.toml", "[[term]]", "[term]", "must be a list of tables"),
    "a wrong eId": ("facts.toml", 'target = "art_7__para_2"\n', 'target = "Art. 7"\n', "is no eId"),
    "a wrong kind": ("facts.toml", 'kind = "repeal"', 'kind = "delete"', "choose one of insert, replace"),
    "a wrong certainty": ("facts.toml", 'certainty = "one_of"', 'certainty = "sure"', "choose one of"),
    "several, yet certain": (
        "facts.toml",
        'laws = ["517-IV", "175-V"]\ncertainty = "one_of"',
        'laws = ["517-IV", "175-V"]\ncertainty = "compared"',
        'write certainty = "one_of"',
    ),
    "no law": ("facts.toml", 'laws = ["13"]\n', "", "name the law"),
    "two ways": ("facts.toml", 'laws = ["13"]', 'laws = ["13"]\nlaw = "13"', "and not both"),
    "nobody": ("facts.toml", 'laws = ["13"]', "laws = []", "`laws` is empty"),
    "a list of days": ("facts.toml", 'laws = ["13"]', "laws = [2005-01-01]", "must be a list of words"),
    "a move to nowhere": ("facts.toml", 'moved_to = "art_1__subpara_2"\n', "", "a move needs it"),
    "same words, in words": ("facts.toml", "same_words = true", 'same_words = "yes"', "true or false"),
    "an unlisted source": ("facts.toml", 'source = "oldest"', 'source = "oldst"', "does not list"),
    "an edition not read": ("facts.toml", "since = 2004-12-20", "since = 2004-12-21", "no edition of"),
    "backwards": ("facts.toml", "until = 2010-03-19", "until = 2004-12-20", "must be later"),
    "no forms": ("glossary.toml", "forms", "form", "`forms` is missing"),
    "no id": ("act.toml", 'id = "kz/2002/345"', "", "`id` is missing"),
    "no such id": ("act.toml", 'id = "kz/2002/345"', 'id = "../../x"', "write country/year/number"),
    "another id": ("act.toml", 'id = "kz/2002/345"', 'id = "kz/2002/346"', "make them equal"),
    "no edition": ("act.toml", "[[edition]]", "[unused]", "no edition is listed"),
    "a way out": ("act.toml", 'file = "en.txt"', 'file = "../345/en.txt"', "name a file in this folder"),
    "an absolute way": ("act.toml", 'file = "en.txt"', 'file = "/etc/passwd"', "name a file in this"),
    "a null": ("act.toml", 'file = "en.txt"', 'file = "en\\u0000.txt"', "name a file in this folder"),
    "no such file": ("act.toml", 'file = "en.txt"', 'file = "ru.txt"', r"ru\.txt: cannot be read"),
    "no sum": ("act.toml", 'sha256 = "d8eb', 'sha256 = "', "64 hex digits"),
    "another sum": ("act.toml", 'sha256 = "d8eb', 'sha256 = "d8ec', "restore the file"),
    "a wrong language": ("act.toml", 'language = "en"', 'language = "English"', "ISO 639"),
    "another text": ("en.txt", "Unofficial", "Official", r"en\.txt: its sha256 is"),
    "titles in a list": ("act.toml", "[titles]", "[[titles]]", "must be a table"),
}


@pytest.mark.parametrize(("file", "old", "new", "message"), BROKEN.values(), ids=BROKEN)
def test_a_mistake_is_told(folder: Path, file: str, old: str, new: str, message: str) -> None:
    change(folder / file, old, new)
    with pytest.raises(SourceError, match=message) as caught:
        read_act_source(folder)
    assert str(caught.value).startswith(str(folder))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("file", ["act.toml", "laws.toml", "facts.toml", "glossary.toml", "en.txt"])
def test_a_file_that_is_not_utf8_is_told(folder: Path, file: str) -> None:
    content = (folder / file).read_bytes()
    (folder / file).write_bytes(content + b"\n\xcf\xf0\xe8\n")
    line = (content + b"\n").count(b"\n") + 1
    with pytest.raises(SourceError, match=rf"{file}:{line}: this is not UTF-8"):
        read_act_source(folder)


@pytest.mark.parametrize("file", ["act.toml", "en.txt"])
def test_a_missing_file_is_told(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(SourceError, match="cannot be read"):
        read_act_source(folder)


def test_an_edition_behind_a_link_out_of_the_folder_is_refused(folder: Path) -> None:
    outside = folder.parent / "outside.txt"
    (folder / "en.txt").rename(outside)
    (folder / "en.txt").symlink_to(outside)
    with pytest.raises(SourceError, match="name a file in this folder"):
        read_act_source(folder)


def test_two_editions_of_one_day_are_refused(folder: Path) -> None:
    act = folder / "act.toml"
    text = act.read_text("utf-8")
    act.write_text(text + "\n" + text[text.index("[[edition]]") :], "utf-8")
    with pytest.raises(SourceError, match="another edition has this language and date"):
        read_act_source(folder)


@pytest.mark.parametrize(
    "act_id", ["--output=x", "../../x", "kz/2002/../345", "/etc", "", "kz/2002", "KZ/2002/345"]
)
def test_what_is_no_act_id_is_refused(act_id: str) -> None:
    with pytest.raises(UsageError, match="is not the id of a law"):
        act_folder(corpus_root(), act_id)


def test_an_act_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"kz/1999/1 is not in the corpus .* it has .*kz/2002/345") as caught:
        act_folder(corpus_root(), "kz/1999/1")
    assert isinstance(caught.value, LawdiffError)
    assert caught.value.exit_code == 2


def test_acts_come_by_year_and_number(tmp_path: Path) -> None:
    for act_id in ("kz/2014/1", "kz/2002/1000", "kz/2002/345", "kz/2002/40-V", "kz/2002/.x", "kz/x/1"):
        (tmp_path / act_id).mkdir(parents=True)
        (tmp_path / act_id / "act.toml").touch()
    (tmp_path / "kz/2002/7").mkdir()
    assert act_ids(tmp_path) == ("kz/2002/40-V", "kz/2002/345", "kz/2002/1000", "kz/2014/1")


def test_the_fingerprint_follows_names_and_bytes(folder: Path) -> None:
    first = fingerprint(folder)
    assert re.fullmatch("[0-9a-f]{64}", first)
    assert first == fingerprint(FOLDER)
    (folder / ".act.toml.swp").write_text("hidden")
    assert fingerprint(folder) == first
    (folder / "en.txt").rename(folder / "eng.txt")
    renamed = fingerprint(folder)
    (folder / "eng.txt").rename(folder / "en.txt")
    (folder / "en.txt").write_bytes((folder / "en.txt").read_bytes() + b" ")
    assert len({first, renamed, fingerprint(folder)}) == 3
