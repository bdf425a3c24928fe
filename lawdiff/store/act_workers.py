"""The acts of a corpus, worked out by several processes and handed over in the order of the corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from lawdiff.law.timeline import EvidenceScope
from lawdiff.sources.corpus import read_act
from lawdiff.sources.evidence import gather
from lawdiff.store.act_history import Step, act_steps
from lawdiff.store.collector import uncollected
from lawdiff.store.workers import in_turn, workers_for

_WORTH_A_PROCESS = 8  # acts; fewer are done before a second process has begun


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
    jobs = [partial(_parts, task, act) for act in acts]
    return in_turn(jobs, workers_for(len(acts), _WORTH_A_PROCESS))


def _parts(task: Task, act: str) -> Iterator[ActPart]:
    yield _part(task, act)


def _part(task: Task, act: str) -> ActPart:
    """The part of one act, in every language that the corpus has it in."""
    part = ActPart()
    with uncollected():
        source = read_act(task.corpus, act)
        for language in dict.fromkeys(edition.language for edition in source.editions):
            evidence = gather(source, task.scope, language)
            part.steps += act_steps(evidence, task.scope, part.put, read_back=task.read_back)
    return part
