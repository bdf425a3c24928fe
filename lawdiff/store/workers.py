"""Work shared by several processes, and handed over in order or as it is made."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from selectors import EVENT_READ, DefaultSelector
from typing import IO, Any, TypeVar, cast

from lawdiff.law.errors import LawdiffError

Made = TypeVar("Made")
Job = Callable[[], Iterator[Made]]
MOST = 4
_END = "end of a job"
_TICKET = 2  # bytes
_SHARES = 1000  # as many tickets as any pipe holds


def workers_for(jobs: int, worth: int) -> int:
    """How many processes are worth their start, where one needs `worth` jobs: no more than processors, and
    one alone where the system cannot fork."""
    if "fork" not in get_all_start_methods():
        return 1
    return max(1, min(jobs // worth, os.cpu_count() or 1, MOST))


def in_turn(jobs: Sequence[Job[Made]], workers: int) -> Iterator[Made]:
    """What the jobs make, in the order of the jobs. LawdiffError of the first job that has one.

    For jobs that make little: a process whose turn has not come waits as soon as its pipe is full.
    """
    if workers < 2:
        for job in jobs:
            yield from job()
        return
    with ExitStack() as stack:
        pipes = [_worker(jobs[first::workers], stack) for first in range(workers)]
        for place in range(len(jobs)):
            yield from _received(pipes[place % workers])


def as_made(jobs: Sequence[Job[Made]], workers: int) -> Iterator[tuple[int, Made]]:
    """What the jobs make, each with the number of its job, from whichever process has something ready.

    What one job makes comes in its order; who is done with a job takes the next that nobody has. LawdiffError
    of a job that has one, and no other job goes on.
    """
    if workers < 2:
        for number, job in enumerate(jobs):
            for found in job():
                yield number, found
        return
    numbered = [partial(_numbered, number, job) for number, job in enumerate(jobs)]
    with ExitStack() as stack, DefaultSelector() as ready:
        tickets = _tickets(len(jobs), stack)
        for _ in range(min(workers, len(jobs))):
            ready.register(_worker([partial(_drawn, numbered, tickets)], stack), EVENT_READ)
        while ready.get_map():
            for key, _ in ready.select():
                pipe = cast("IO[bytes]", key.fileobj)
                kind, found = _loaded(pipe)
                if kind == _END:
                    ready.unregister(pipe)
                else:
                    yield found


def _numbered(number: int, job: Job[Made]) -> Iterator[tuple[int, Made]]:
    return ((number, found) for found in job())


def _tickets(jobs: int, stack: ExitStack) -> int:
    """A pipe with a number for each share of the jobs, all that it will ever hold: who reads one has it
    alone. Some systems that fork have no semaphores."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(_TICKET, "big") for number in range(min(jobs, _SHARES))))
    os.close(writing)
    stack.callback(os.close, reading)
    return reading


def _drawn(jobs: Sequence[Job[Made]], tickets: int) -> Iterator[Made]:
    """What the jobs make whose tickets this process draws."""
    while ticket := os.read(tickets, _TICKET):
        for job in jobs[int.from_bytes(ticket, "big") :: _SHARES]:
            yield from job()


def _received(pipe: IO[bytes]) -> Iterator[Any]:
    """What one job made."""
    while True:
        kind, found = _loaded(pipe)
        if kind == _END:
            return
        yield found


def _loaded(pipe: IO[bytes]) -> tuple[str, Any]:
    """The next thing out of a pipe; the LawdiffError that a job had is raised."""
    try:
        kind, found = pickle.load(pipe)
    except EOFError as error:
        raise LawdiffError(
            "a process that shared the work was ended by the system; make memory free and try again. "
            "If it printed a traceback, that is the cause, a fault of lawdiff: please report it."
        ) from error
    if isinstance(found, LawdiffError):
        raise found
    return kind, found


def _worker(jobs: Sequence[Job[Any]], stack: ExitStack) -> IO[bytes]:
    """A process that does these jobs; what they make comes out of the pipe.

    A full pipe holds it back, so that memory does not grow. When the reader is gone it ends too.
    """
    reading, writing = os.pipe()
    process = get_context("fork").Process(target=_work, args=(jobs, reading, writing), daemon=True)
    process.start()
    os.close(writing)
    stack.callback(process.join)
    stack.callback(process.terminate)
    return stack.enter_context(os.fdopen(reading, "rb"))


def _work(jobs: Sequence[Job[Any]], reading: int, writing: int) -> None:
    os.close(reading)
    gc.freeze()  # what was there before is here to stay: no search for cycles need look at it again
    try:
        with os.fdopen(writing, "wb") as pipe:
            for job in jobs:
                for found in _made(job):
                    pickle.dump(("", found), pipe, protocol=pickle.HIGHEST_PROTOCOL)
                    pipe.flush()  # the next thing is not begun for a reader that is gone
                pickle.dump((_END, None), pipe, protocol=pickle.HIGHEST_PROTOCOL)
                pipe.flush()
    except BrokenPipeError:
        return


def _made(job: Job[Any]) -> Iterator[Any]:
    try:
        yield from job()
    except LawdiffError as problem:
        yield problem
