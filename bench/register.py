"""What a register of many laws costs as a site, against Hugo making as many pages of the same size."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.measure import CORPUS, Figure, job, ratio, run
from bench.prose import Prose
from bench.synthetic import write_corpus

PAGES = 20_000
_PAGES_OF_A_LAW = 550
_PEAKS = (10, 100)
_INSTALL = "hugo is not installed: `apt-get install hugo`, and measure again"
_LAYOUT = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><header><a href="/">Laws</a></header><main><h1>{{ .Title }}</h1>
{{ .Content }}
</main><footer>No official publication.</footer></body></html>
"""
_CONFIG = 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n'


def site_of_one(rounds: int) -> None:
    """The whole site of the law that comes with lawdiff, its history there."""
    with TemporaryDirectory(prefix="lawdiff-bench-") as name:
        jobs = (job("site", f"{CORPUS}", f"{Path(name) / str(number)}", "akn") for number in range(rounds))
        taken = [float(each["seconds"]) for each in jobs]
    Figure("site of the law of this corpus", f"{min(taken):.1f} s", "under 5 s").show()


def register(rounds: int, pages: int = PAGES) -> None:
    """A register of so many pages, redlines included, by turns with Hugo's from ready Markdown.

    Nothing is deleted in between: a disk that has just lost many files is slow to make others.
    """
    prose = Prose(CORPUS / "kz/2002/345/en.txt")
    with TemporaryDirectory(prefix="lawdiff-bench-") as name:
        folder = Path(name)
        laws = -(-pages // _PAGES_OF_A_LAW)
        write_corpus(folder / "corpus", laws, prose)
        ours: list[float] = []
        hugos: list[float] = []
        for number in range(rounds):
            site = folder / f"site-{number}"
            made = job("site", f"{folder / 'corpus'}", f"{site}", "")
            ours.append(float(made["seconds"]))
            if shutil.which("hugo"):
                if not hugos:
                    write_markdown(folder, site, prose)
                hugos.append(_hugo(folder, number))
        size = f"{made['files']:.0f} files, {made['bytes'] / 1e6:.0f} MB of pages"
        detail = f"{made['pages']:.0f} pages of {laws} laws, {size}"
        if hugos:
            ratio("register by Hugo from Markdown", ours, hugos, "at most 1").show()
        else:
            print(f"  {_INSTALL}", flush=True)
        Figure("the register", f"{min(ours):.0f} s", "", detail).show()


def peaks(sizes: tuple[int, ...] = _PEAKS) -> None:
    """The memory of the process that writes, and of the largest that renders, by the number of laws."""
    prose = Prose(CORPUS / "kz/2002/345/en.txt")
    for laws in sizes:
        with TemporaryDirectory(prefix="lawdiff-bench-") as name:
            write_corpus(Path(name) / "corpus", laws, prose)
            made = job("site", f"{Path(name) / 'corpus'}", f"{Path(name) / 'site'}", "akn")
        detail = f"largest worker {made['worker_peak']:.0f} MB"
        Figure(f"site of {laws} laws, peak", f"{made['peak']:.0f} MB", "not growing", detail).show()


def write_markdown(folder: Path, site: Path, prose: Prose) -> None:
    """For each page of the site a Markdown page that Hugo makes as large: headings, paragraphs and lists."""
    random = Random(345)
    said = [prose.sentence(random) for _ in range(2000)]
    for number, page in enumerate(sorted(site.rglob("*.html"))):
        size, parts, made = page.stat().st_size - len(_LAYOUT), [f"---\ntitle: Page {number}\n---\n"], 0
        while made < size:
            sentence = said[random.randrange(len(said))]
            part = f"## {sentence[:60]}\n\n{sentence}\n" if made % 7 == 0 else f"- {sentence}\n"
            parts.append(part)
            made += len(part) + 10  # and its tags
        target = folder / "hugo" / "content" / f"{number % 40}" / f"{number}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(parts), "utf-8")
    layouts = folder / "hugo" / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for kind in ("single", "list"):
        (layouts / f"{kind}.html").write_text(_LAYOUT, "utf-8")
    (folder / "hugo" / "config.toml").write_text(_CONFIG, "utf-8")


def _hugo(folder: Path, number: int) -> float:
    out = folder / f"hugo-site-{number}"
    start = time.perf_counter()
    run(["hugo", "--source", f"{folder / 'hugo'}", "--destination", f"{out}", "--quiet"], {})
    return time.perf_counter() - start
