"""`lawdiff import --git`: the versions of an act in a repository of others become editions of the corpus."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from edition_corpus import folded, gardens, gathered
from mirror_repository import FOLDER, MirrorRepository, as_markdown, meta

from lawdiff.law.wording import State
from lawdiff.sources.corpus import read_act
from lawdiff.sources.edition_text import read_edition
from lawdiff.sources.importing.mirror_meta import read_mirror_meta
from lawdiff.sources.importing.mirror_text import mirror_text

RUSSIAN = gardens("ru", ["2006-12-31", "2014-06-30"])
KAZAKH = gardens("kk", ["2014-06-30"])["2014-06-30"]
BY = "Закон Республики Казахстан от 1 мая 2012 года № 70-V"


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    made = MirrorRepository(tmp_path / "codes")
    old, new = (as_markdown(text) for text in RUSSIAN.values())
    made.commit("2006-12-31", {"rus.md": old, "meta.yaml": meta("2006-12-31", BY)})
    made.commit("2007-06-01", {"meta.yaml": meta("2007-06-01", BY)})
    made.commit(
        "2014-06-30", {"rus.md": old, "kaz.md": as_markdown(KAZAKH), "meta.yaml": meta("2014-06-30", BY)}
    )
    made.commit("2014-06-30", {"rus.md": new})  # generated again: it takes the place of the one before
    return made.path


@pytest.fixture
def imported(mirror: Path, tmp_path: Path, lawdiff: Callable[..., Ran]) -> Ran:
    return lawdiff("import", "--git", str(mirror), FOLDER, "--corpus", str(tmp_path / "mine"))


def test_every_version_becomes_an_edition(imported: Ran, tmp_path: Path) -> None:
    assert imported.code == 0, imported.err
    source = read_act(tmp_path / "mine", "kz/2003/50")
    assert [(one.language, str(one.date)) for one in source.editions] == [
        ("ru", "2006-12-31"),
        ("ru", "2014-06-30"),
        ("kk", "2014-06-30"),
    ]
    assert (source.act.number, source.act.title) == ("50", "О садах")
    assert "2007-06-01 ru  ru-2006-12-31.txt: the same text" in imported.out


@pytest.mark.usefixtures("imported")
def test_the_text_of_a_version_reads_as_the_publishers_own(tmp_path: Path) -> None:
    evidence = gathered(read_act(tmp_path / "mine", "kz/2003/50"), "ru")
    told = [(e.kind.value, e.target, e.laws) for e in evidence.effects]
    assert ("amend", "art_3", ("10-III",)) in told
    assert ("repeal", "art_3__para_3", ("40-IV",)) in told
    assert ("insert", "art_3__para_4", ("40-IV",)) in told  # shown by comparing the versions
    for line in (line.strip() for line in RUSSIAN["2014-06-30"].splitlines()):
        assert line in (tmp_path / "mine/kz/2003/50/ru-2014-06-30.txt").read_text("utf-8")


@pytest.mark.usefixtures("imported")
def test_the_versions_are_witnesses(tmp_path: Path) -> None:
    timelines = folded(read_act(tmp_path / "mine", "kz/2003/50"), "ru")
    line = next(line for eid, line in timelines.texts.items() if eid == "art_4__para_1")
    wording = line.on(dt.date(2006, 12, 31))
    assert (wording.state, wording.text) == (State.RECORDED, "Сбор составляет двадцать тенге.")


@pytest.mark.usefixtures("imported")
def test_importing_again_changes_nothing(mirror: Path, tmp_path: Path, lawdiff: Callable[..., Ran]) -> None:
    before = {path: path.read_bytes() for path in (tmp_path / "mine").rglob("*.*")}
    again = lawdiff("import", "--git", str(mirror), FOLDER, "--corpus", str(tmp_path / "mine"), "--json")
    assert again.code == 0
    said = json.loads(again.out)
    assert said["written"] == []
    first = said["versions"][0]
    assert (first["language"], first["date"], first["caused_by"]) == ("ru", "2006-12-31", BY)
    assert {path: path.read_bytes() for path in (tmp_path / "mine").rglob("*.*")} == before


def test_a_long_act_is_put_together_from_its_parts(tmp_path: Path, lawdiff: Callable[..., Ran]) -> None:
    made = MirrorRepository(tmp_path / "codes")
    whole = as_markdown(RUSSIAN["2014-06-30"])
    head, sign, rest = whole.partition("### Статья 4. ")
    contents = head.partition("<a id")[0] + "- [Часть 1](rus/ch001.md)\n- [Часть 2](rus/ch002.md)\n"
    parts = {"rus/ch001.md": "<a id" + head.partition("<a id")[2], "rus/ch002.md": sign + rest}
    made.commit("2014-06-30", {"rus.md": contents, "meta.yaml": meta("2014-06-30", BY), **parts})
    ran = lawdiff("import", "--git", str(made.path), FOLDER, "--corpus", str(tmp_path / "mine"))
    assert ran.code == 0, ran.err
    edition = gathered(read_act(tmp_path / "mine", "kz/2003/50"), "ru").edition
    articles = [node.eid for node in edition.walk() if node.eid.kind == "art"]
    assert articles == ["art_1", "art_2", "art_3", "art_4", "art_4-1", "art_5", "art_6", "art_7"]


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize(
    ("repository", "folder", "said"),
    [
        ("nowhere", FOLDER, "no folder is there"),
        ("codes", "03-laws/nothing", "no commit has"),
        ("codes", "../codes", "no folder inside a repository"),
        ("codes", "--output=x", ""),
        (".", FOLDER, ""),
    ],
)
def test_what_is_wrong_is_one_sentence_and_nothing_is_written(
    tmp_path: Path, lawdiff: Callable[..., Ran], repository: str, folder: str, said: str
) -> None:
    ran = lawdiff("import", "--git", str(tmp_path / repository), folder, "--corpus", str(tmp_path / "mine"))
    assert ran.code > 1 or not said
    assert ran.code != 0
    assert said in ran.err
    assert not (tmp_path / "mine").exists()


def test_a_version_without_articles_stops_the_import(tmp_path: Path, lawdiff: Callable[..., Ran]) -> None:
    made = MirrorRepository(tmp_path / "codes")
    made.commit("2014-06-30", {"rus.md": "# О садах\n\nСлова.\n", "meta.yaml": meta("2014-06-30", BY)})
    ran = lawdiff("import", "--git", str(made.path), FOLDER, "--corpus", str(tmp_path / "mine"))
    assert ran.code == 3
    assert "no article found" in ran.err
    assert not (tmp_path / "mine").exists()


def test_the_words_of_a_meta_file_stay_words() -> None:
    found = read_mirror_meta(meta("2014-06-30", BY), "meta.yaml")
    assert found.days == {"ru": dt.date(2014, 6, 30), "kk": dt.date(2014, 6, 30)}
    assert found.titles == {"ru": "О садах", "kk": "Бақтар туралы: 'no'"}
    assert found.caused_by == BY
    assert found.requisite == "Закон Республики Казахстан от 20 мая 2003 года № 50"
    assert found.name is not None
    assert (found.name.number, found.name.adopted) == ("50", dt.date(2003, 5, 20))


def test_markdown_becomes_lines() -> None:
    text = "---\nact_code: '1'\n---\n## Оглавление\n\nСтатья 1. Цель\n\n# О садах\n\n<a id=\"st1\"></a>\n\n"
    text += (
        "### Статья 1. Цель\n\n```\n1\\. Сад [растет](https://example.invalid).\n```\n\n> *Сноска. Слова.*\n"
    )
    assert mirror_text(text, "Закон") == (
        "О садах\n\nЗакон\n\nСтатья 1. Цель\n      1. Сад растет.\n      Сноска. Слова.\n"
    )


def test_what_the_mirror_says_of_its_files_is_no_word_of_the_law() -> None:
    """As large codes are published: the title once more, a note that goes on, and the table of the parts."""
    note = "Сноска. Статьи 137, 138 исключены - Законом РК от 11 июля 1997 г. N 154."
    below = 'В тексте цифры "I - III" заменены цифрами "1 - 3" - Законом РК от 20 декабря 2004 г. N 13.'
    text = (
        f"# Кодекс о садах\n\nКодекс о садах\n\n> *{note}*\n\n{below}\n\n\n## Части документа\n\n"
        "Документ разбит на части: целиком он слишком велик.\n\n| Часть | Название |\n|---|---|\n"
        "| [`sec001`](rus/sec001.md) | ОБЩАЯ ЧАСТЬ |\n\n## ОБЩАЯ ЧАСТЬ\n\n"
        "##### Статья 136. Сад\n\nСад есть сад.\n"
    )
    plain = mirror_text(text)
    assert plain == (
        f"Кодекс о садах\n      {note}\n      {below}\n\nОБЩАЯ ЧАСТЬ\n\n"
        "Статья 136. Сад\n      Сад есть сад.\n"
    )
    edition = read_edition(plain, "kz/1994/268", "ru")
    (told,) = edition.notes
    assert [passage.text for passage in told.lines] == [note, below]
    assert [node.eid for node in edition.walk()] == ["part_1", "art_136"]


def test_contents_without_a_heading_are_no_words_of_the_law() -> None:
    text = "1-бап. Бақ\n\n2-бап. Жеміс\n\n# Бақтар туралы\n\n### 1-бап. Бақ\n\nБақ бар.\n"
    assert mirror_text(text) == "Бақтар туралы\n\n1-бап. Бақ\n      Бақ бар.\n"
