"""The index of the search: every wording once, with the days of the timelines, and a page to read it."""

from __future__ import annotations

import datetime as dt
import json
import posixpath
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import law_timelines
from history_corpus import small_corpus, write_act
from whole_site import LAW, page, site, site_law, small_site

from lawdiff.law.eid import EId
from lawdiff.law.timeline import EvidenceScope
from lawdiff.law.wording import State, Wording
from lawdiff.site.search_words import Vocabulary, words_in
from lawdiff.site.write import site_files

NOTE = (
    "      Footnote. Article 1 as amended by the Law of the Republic of Kazakhstan dated 05.05.2003 "
    "No. 77-II (shall be enforced from 01.07.2003).\n"
)


def told(script: bytes, name: str) -> Any:
    """What a script of the index hands over."""
    head, tail = f"lawdiff.{name}(".encode(), b");\n"
    assert script.startswith(head)
    assert script.endswith(tail)
    return json.loads(script[len(head) : -len(tail)])


@cache
def units() -> dict[str, Any]:
    parts = [path for path in site() if path.startswith(f"{LAW}/search/part-")]
    return {unit["eid"]: unit for path in parts for unit in told(site()[path], "part")["units"]}


def known(eid: str, words: str) -> list[tuple[str, str | None, str]]:
    """First day, day of the next version, and state of each span of the wording that begins like this."""
    unit = units()[eid.partition("__")[0]]
    (row,) = (row for row in unit["wordings"] if row[1] == eid and row[2] and row[2].startswith(words))
    days = [*unit["days"], None]
    return [(days[first], days[last + 1], state) for first, last, state in row[3]]


def test_words_that_are_law_no_more_are_there_with_their_days() -> None:
    """Article 32(2), from the first footnote: "Legislative acts" until 354-IV, which was adopted on
    23.11.2010 and came into force ten days after a publication that was due in thirty."""
    assert known("art_32__para_2", "The Legislative acts of the Republic of Kazakhstan may") == [
        ("2002-08-19", "2002-09-18", "uncertain"),
        ("2002-09-18", "2010-12-04", "restored"),
        ("2010-12-04", "2011-01-03", "uncertain"),
    ]


def test_a_wording_is_there_once_however_it_is_known() -> None:
    """Article 7(1)(8): laws from 36-V of 2012 to 159-V of 2014 may have changed it; each shortens the list of
    its reasons, and the wording is one all the same."""
    spans = known("art_7__para_1__subpara_8", "development and approval of the forms of compulsory")
    assert [state for _, _, state in spans].count("later") == 1
    assert ("2014-02-23", "recorded") in [(first, state) for first, _, state in spans]
    for unit in units().values():
        places = [(row[0], row[1], row[2]) for row in unit["wordings"]]
        assert len(places) == len(set(places)), unit["eid"]


def words_of(wording: Wording) -> set[str | None]:
    if wording.state is State.UNRECORDED:
        return {None}
    sides = wording.possibilities or (wording,)
    return {each.text for each in sides if each.text or each.state is State.UNRECORDED}


def test_the_index_says_of_every_day_what_the_timelines_say() -> None:
    """Of each text in each version of its article: no wording too many, none too few, each with its state."""
    timelines = law_timelines(EvidenceScope.ALL)
    seen = 0
    for unit in units().values():
        for at, day in enumerate(unit["days"]):
            indexed: set[tuple[str, str, str | None, str]] = set()
            for label, fragment, words, spans in unit["wordings"]:
                for first, last, state in spans:
                    if first <= at <= last:
                        indexed.add((label, fragment, words, state))
            expected = set()
            for eid, timeline in timelines.texts.items():
                if eid.partition("__")[0] == unit["eid"]:
                    wording = timeline.on(dt.date.fromisoformat(day))
                    expected |= {(eid, words, wording.state.value) for words in words_of(wording)}
            assert sorted((words or "", state) for *_, words, state in indexed) == sorted(
                (words or "", state) for _, words, state in expected
            ), (unit["eid"], day)
            seen += len(indexed)
    assert seen > 2000


def test_every_result_leads_to_a_page_with_its_words() -> None:
    for unit in units().values():
        for _, fragment, words, spans in unit["wordings"]:
            for first, last, _ in spans if words else ():
                for at in {first, last}:
                    path = posixpath.normpath(f"{LAW}/{unit['folder']}{unit['days'][at]}/index.html")
                    assert path in site()
                    assert not fragment or fragment in page(path).ids, (path, fragment)
                    assert " ".join(words.split()) in " ".join(page(path).text.split())


def test_the_index_is_small() -> None:
    """A phone that searches the law loads no more than the page of the law."""
    parts = [content for path, content in site().items() if path.startswith(f"{LAW}/search/part-")]
    assert sum(map(len, parts)) < len(site()[f"{LAW}/index.html"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ребёнка и РЕБЕНКА", {"ребенка", "и"}),
        ("Әрбір балаға: Өз құқығы!", {"әрбір", "балаға", "өз", "құқығы"}),
        ("за\u0301мок, май", {"замок", "май"}),  # an accent of its own goes, й is a letter
        ("Café, CAFE\u0301", {"cafe"}),
        ("354-IV (“child’s”)", {"354", "iv", "child", "s"}),
        ("co\u00adoperation", {"cooperation"}),
        ("__proto__ … —", {"proto"}),
    ],
)
def test_words_are_folded(text: str, words: set[str]) -> None:
    assert words_in(text) == words


def test_each_law_is_a_number_in_the_words_of_the_site() -> None:
    vocabulary = Vocabulary()
    for number, words in ((2, {"bees", "a"}), (0, {"bee", "bees"}), (1, {"wasp"})):
        vocabulary.add(number, words)
    files = dict(vocabulary.shards())
    assert {prefix: path for prefix, (path, _) in files.items()} == {
        "a": "search/words/61.js",
        "be": "search/words/62-65.js",
        "wa": "search/words/77-61.js",
    }
    assert told(files["be"][1], "words") == {"bee": [0], "bees": [0, 2]}


def test_words_are_kept_where_there_are_several_laws(tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path)
    assert not any(path.startswith("search/words/") for path in small_site(corpus))
    write_act(corpus, "kz/2001/11", f"On Wasps\n\nArticle 1. Nests\n\n      Nests are left alone.\n{NOTE}")
    laws = [site_law(corpus, act) for act in ("kz/2001/10", "kz/2001/11")]
    files = dict(site_files(laws))
    assert told(files["search/words/6e-65.js"], "words") == {"nests": [1]}
    assert b'data-shards="' in files["search/index.html"]


def test_a_large_law_is_read_in_parts(tmp_path: Path) -> None:
    """The words of a file end after the article with which it is full."""
    text = "".join(f"Article {n}. Bees\n\n      {'Bees are numbered. ' * 600}\n\n" for n in range(1, 41))
    write_act(tmp_path, "kz/2001/10", f"On Bees\n\n{text}{NOTE}")
    files = small_site(tmp_path)
    parts = [told(files[f"kz/2001/10/en/search/part-{n}.js"], "part") for n in (1, 2, 3)]
    assert [unit["eid"] for part in parts for unit in part["units"]] == [
        "title",
        *(f"art_{n}" for n in range(1, 41)),
    ]
    assert "kz/2001/10/en/search/part-4.js" not in files
    assert b'<option value="art_40" data-part="3">' in files["kz/2001/10/en/search/index.html"]


def test_hostile_words_stay_in_the_script(tmp_path: Path) -> None:
    words = '</script><script>alert(1)</script> \\" ${1} `'
    write_act(tmp_path, "kz/2001/10", f"On Bees\n\nArticle 1. Bees\n\n      {words}\n{NOTE}")
    (unit,) = (
        unit
        for unit in told(small_site(tmp_path)["kz/2001/10/en/search/part-1.js"], "part")["units"]
        if unit["eid"] == EId("art_1")
    )
    assert unit["wordings"][1][2] == words
