"""Akoma Ntoso beside the pages: the file that `export akn` writes, named where programs look for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from akn_documents import schema
from conftest import Ran
from history_corpus import small_corpus
from lxml import etree
from site_pages import SitePage
from whole_site import LAW, site, small_site

BEES = "kz/2001/10/en"


@pytest.fixture(scope="module")
def bees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of the small law."""
    return small_site(small_corpus(tmp_path_factory.mktemp("corpus")))


def test_a_version_is_what_export_writes(lawdiff: Callable[..., Ran]) -> None:
    for day in ("2002-08-19", "2012-08-20"):
        found = site()[f"{LAW}/{day}/version.akn.xml"].decode()
        assert found == lawdiff("export", "akn", "--date", day).out
    for unit, day in (("art_7", "2012-08-20"), ("art_40", "2010-12-04"), ("preamble", "2002-08-19")):
        found = site()[f"{LAW}/{unit}/{day}/version.akn.xml"].decode()
        assert found == lawdiff("export", "akn", unit, "--asof", day).out


def test_every_version_has_one_that_is_valid(bees: dict[str, bytes]) -> None:
    versions = {path.removesuffix("version.json") for path in bees if path.endswith("version.json")}
    files = {
        path.removesuffix("version.akn.xml"): each for path, each in bees.items() if path.endswith(".xml")
    }
    assert files.keys() == versions
    for path, content in files.items():
        root = etree.fromstring(content)
        schema().assertValid(root)
        assert etree.QName(root[0]).localname == ("portion" if "/art_" in path else "act")


def test_its_page_names_it(bees: dict[str, bytes]) -> None:
    """Article 1 is amended from 1 July 2003 on."""
    for path in (f"{BEES}/2003-07-01/index.html", f"{BEES}/art_1/2003-07-01/index.html"):
        read = SitePage(bees[path])
        assert read.links.count("version.akn.xml") == 2  # in the head, and behind the text
        assert b'<link rel="alternate" type="application/akn+xml"' in bees[path]
        version = json.loads(read.metadata)["@graph"][0]
        assert [each["encodingFormat"] for each in version["encoding"]] == [
            "text/html",
            "application/json",
            "application/akn+xml",
        ]


def test_the_command_writes_it_unless_told_not_to(
    lawdiff: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWDIFF_REPO", str(tmp_path / "history"))
    corpus = small_corpus(tmp_path / "corpus")
    told = lawdiff("site", str(tmp_path / "out"), "--corpus", str(corpus))
    assert (told.code, told.err) == (0, "")
    assert (tmp_path / "out" / BEES / "2003-07-01" / "version.akn.xml").exists()
    assert (tmp_path / "out" / BEES / "art_1" / "2003-07-01" / "version.akn.xml").exists()
    lawdiff("site", str(tmp_path / "out"), "--corpus", str(corpus), "--no-akn")
    assert list((tmp_path / "out").rglob("*.akn.xml")) == []
    for page in ("2003-07-01", "art_1/2003-07-01"):
        assert b"akn" not in (tmp_path / "out" / BEES / page / "index.html").read_bytes()
