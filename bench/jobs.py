"""The jobs that are measured from inside, each in a fresh process: it prints its seconds and peaks."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.peaks import WorkerPeaks

_MEGABYTE = 1024 if sys.platform != "darwin" else 1024 * 1024  # ru_maxrss counts kilobytes, on macOS bytes


def build(corpus: str, directory: str) -> dict[str, float]:
    """Corpus to finished, checked repository. What lawdiff imports for it is part of the time."""
    start = time.perf_counter()
    from lawdiff.store.repository import build as build_history

    with WorkerPeaks() as workers:
        report = build_history(Path(directory), Path(corpus), bare=True)
    return {
        "seconds": time.perf_counter() - start,
        "cpu": _cpu(),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE,
        "worker_peak": workers.highest,
        "commits": report.commits,
        "versions": report.versions,
    }


def stream(corpus: str, file: str) -> dict[str, float]:
    """Keep what a build tells `git fast-import`."""
    from lawdiff.law.timeline import EvidenceScope
    from lawdiff.sources.corpus import act_ids
    from lawdiff.store.act_workers import Task, act_parts
    from lawdiff.store.history import write_history

    start = time.perf_counter()
    task = Task(Path(corpus), EvidenceScope.ALL, read_back=False)
    with Path(file).open("wb") as out:
        write_history(act_parts(task, act_ids(task.corpus)), out, "refs/heads/")
    return {"seconds": time.perf_counter() - start}


def bare(file: str, directory: str, *corpora: str) -> dict[str, float]:
    """`git init` and `git fast-import`, nothing else; with a corpus, the reading of its texts too."""
    start = time.perf_counter()
    subprocess.run(["git", "init", "--quiet", "--bare", directory], check=True)
    with Path(file).open("rb") as source:
        command = ["git", f"--git-dir={directory}", "fast-import", "--quiet", "--done", "--date-format=raw"]
        subprocess.run(command, stdin=source, check=True)
    for corpus in corpora:
        _read(Path(corpus))
    return {"seconds": time.perf_counter() - start, "cpu": _cpu()}


def site(corpus: str, directory: str, akn: str) -> dict[str, float]:
    """Corpus to site, the reading included, the history as git not; with Akoma Ntoso beside the pages, or
    without ("")."""
    from lawdiff.cli.site_building import SiteTask, write_site_alone
    from lawdiff.store.archive import Archive

    out = Path(directory)
    start = time.perf_counter()
    with WorkerPeaks() as workers:
        archive = Archive(corpus, out.with_name(f"{out.name}-history.git"))
        done = write_site_alone(archive, out, SiteTask(akn=bool(akn)))
    seconds = time.perf_counter() - start
    cpu, peak = _cpu(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE
    sizes = [path.stat().st_size for path in out.rglob("*.html")]
    return {
        "seconds": seconds,
        "cpu": cpu,
        "peak": peak,
        "worker_peak": workers.highest,
        "files": done.total,
        "pages": len(sizes),
        "bytes": sum(sizes),
    }


def _cpu() -> float:
    """The seconds of all cores that this process and those it started have used."""
    who = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in who)


def _read(corpus: Path) -> None:
    from lawdiff.law.timeline import EvidenceScope
    from lawdiff.sources.corpus import act_ids, read_act
    from lawdiff.sources.evidence import gather

    for act in act_ids(corpus):
        gather(read_act(corpus, act), EvidenceScope.ALL)


if __name__ == "__main__":
    jobs: dict[str, Callable[..., dict[str, float]]] = {
        "build": build,
        "stream": stream,
        "bare": bare,
        "site": site,
    }
    print(json.dumps(jobs[sys.argv[1]](*sys.argv[2:])))
