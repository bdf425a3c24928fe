"""Akoma Ntoso beside the pages: the file that `export akn` writes, named where programs look for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from akn_documents import schema
from conftest import Ran, law_timelines
from history_corpus import small_corpus
from lxml import etree
from site_pages import SitePage
from whole_site import LAW, site, site_law

from lawdiff.law.timeline import EvidenceScope
from lawdiff.site.data_files import akn_files
from lawdiff.site.write import site_files
from lawdiff.sources.corpus import corpus_root

BEES = "kz/2001/10/en"


@pytest.fixture(scope="module")
def bees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of the small law, with Akoma Ntoso."""
    corpus = small_corpus(tmp_path_factory.mktemp("corpus"))
    return dict(site_files([replace(site_law(corpus, "kz/2001/10"), with_akn=True)]))


def test_a_version_is_what_export_writes(lawdiff: Callable[..., Ran]) -> None:
    law = site_law(corpus_root(), "kz/2002/345", law_timelines(EvidenceScope.ALL))
    found = next(akn_files(replace(law, with_akn=True)))
    assert found[0] == f"{LAW}/2002-08-19/version.akn.xml"
    assert found[1].decode() == lawdiff("export", "akn", "--date", "2002-08-19").out


def test_every_version_has_one_that_is_valid(bees: dict[str, bytes]) -> None:
    versions = {path.removesuffix("version.json") for path in bees if path.endswith("version.json")}
    whole = {path for path in versions if "/art_" not in path}
    files = {
        path.removesuffix("version.akn.xml"): each for path, each in bees.items() if path.endswith(".xml")
    }
    assert files.keys() == whole
    for content in files.values():
        schema().assertValid(etree.fromstring(content))


def test_its_page_names_it(bees: dict[str, bytes]) -> None:
    """Article 1 is amended from 1 July 2003 on."""
    read = SitePage(bees[f"{BEES}/2003-07-01/index.html"])
    assert read.links.count("version.akn.xml") == 2  # in the head, and behind the text
    assert b'<link rel="alternate" type="application/akn+xml"' in bees[f"{BEES}/2003-07-01/index.html"]
    version = json.loads(read.metadata)["@graph"][0]
    assert [each["encodingFormat"] for each in version["encoding"]] == [
        "text/html",
        "application/json",
        "application/akn+xml",
    ]


def test_without_being_asked_for_there_is_none() -> None:
    assert not [path for path in site() if path.endswith(".akn.xml")]
    assert b"akn" not in site()[f"{LAW}/2012-08-20/index.html"]


def test_the_command_writes_it(
    lawdiff: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWDIFF_REPO", str(tmp_path / "history"))
    corpus = small_corpus(tmp_path / "corpus")
    told = lawdiff("site", str(tmp_path / "out"), "--corpus", str(corpus), "--akn")
    assert (told.code, told.err) == (0, "")
    assert (tmp_path / "out" / BEES / "2003-07-01" / "version.akn.xml").exists()
