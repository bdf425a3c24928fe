"""The acts of a corpus, worked out by several processes and handed over in the order of the corpus."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import IO

from lawdiff.law.errors import LawdiffError
from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.corpus import read_act
from lawdiff.sources.evidence import gather
from lawdiff.store.act_history import Step, act_steps

_WORTH_A_PROCESS = 8  # acts; fewer are done before a second process has begun
_MOST_WORKERS = 4


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done for each act: from which corpus, by which evidence, and whether to read back."""

    corpus: Path
    scope: EvidenceScope
    read_back: bool


@dataclass(slots=True)
class ActPart:
    """An act's part in the history. The marks in `steps` count the `contents` from 1."""

    contents: list[bytes] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def put(self, content: bytes) -> int:
        """Take the content of a file, and return its mark."""
        self.contents.append(content)
        return len(self.contents)


def act_parts(task: Task, acts: Sequence[str]) -> Iterator[ActPart]:
    """The parts of all acts, in order. With many acts several processes share the work.

    LawdiffError of the first act that has one.
    """
    workers = min(len(acts) // _WORTH_A_PROCESS, os.cpu_count() or 1, _MOST_WORKERS)
    if workers < 2 or "fork" not in get_all_start_methods():
        yield from (_part(task, act) for act in acts)
        return
    with ExitStack() as stack:
        pipes = [_worker(task, acts[first::workers], stack) for first in range(workers)]
        for place in range(len(acts)):
            found: ActPart | LawdiffError = pickle.load(pipes[place % workers])
            if isinstance(found, LawdiffError):
                raise found
            yield found


def _part(task: Task, act: str) -> ActPart:
    """The part of one act, in every language that the corpus has it in."""
    part = ActPart()
    with _uncollected():
        source = read_act(task.corpus, act)
        for language in dict.fromkeys(edition.language for edition in source.editions):
            evidence = gather(source, task.scope, language)
            part.steps += act_steps(evidence, task.scope, part.put, read_back=task.read_back)
    return part


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's search for cycles. What an act is made of has none, and is freed as soon as it is
    not used; searching its hundred thousand objects again and again takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _worker(task: Task, acts: Sequence[str], stack: ExitStack) -> IO[bytes]:
    """A process that works on these acts; what it finds comes out of the pipe.

    A full pipe holds it back, so that memory does not grow. When the reader is gone it ends too.
    """
    reading, writing = os.pipe()
    process = get_context("fork").Process(target=_work, args=(task, acts, reading, writing), daemon=True)
    process.start()
    os.close(writing)
    stack.callback(process.join)
    stack.callback(process.terminate)
    return stack.enter_context(os.fdopen(reading, "rb"))


def _work(task: Task, acts: Sequence[str], reading: int, writing: int) -> None:
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        for act in acts:
            try:
                found: ActPart | LawdiffError = _part(task, act)
            except LawdiffError as problem:
                found = problem
            try:
                pickle.dump(found, pipe, protocol=pickle.HIGHEST_PROTOCOL)
                pipe.flush()
            except BrokenPipeError:
                return
