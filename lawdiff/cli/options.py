"""The options that several commands share, and what they open: the archive, an act, a day."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lawdiff.history.asof import known_eids
from lawdiff.law.address import resolve_address
from lawdiff.law.errors import UsageError
from lawdiff.law.timeline import Clock, EvidenceScope
from lawdiff.sources.corpus import act_ids, own_corpus
from lawdiff.store.archive import Archive

if TYPE_CHECKING:
    from lawdiff.law.eid import EId
    from lawdiff.law.timeline import ActTimelines

Command = TypeVar("Command", bound=Callable[..., Any])


def archive_options(command: Command) -> Command:
    """`--corpus` and `--repo`: which corpus, kept where."""
    for option in (
        click.option(
            "--repo",
            type=click.Path(),
            envvar="LAWDIFF_REPO",
            help="The history repository. [env: LAWDIFF_REPO; default: the user's cache folder]",
        ),
        click.option(
            "--corpus",
            type=click.Path(),
            envvar="LAWDIFF_CORPUS",
            help="Another corpus than the one that came with lawdiff. [env: LAWDIFF_CORPUS]",
        ),
    ):
        command = option(command)
    return command


def evidence_option(command: Command) -> Command:
    """`--evidence edition|all`."""
    return click.option(
        "--evidence",
        type=click.Choice([scope.value for scope in EvidenceScope]),
        default=EvidenceScope.ALL.value,
        show_default=True,
        help="`edition`: the text and its own notes alone; `all`: the facts register too.",
    )(command)


def clock_option(command: Command) -> Command:
    """`--clock enforced|adopted`."""
    return click.option(
        "--clock",
        type=click.Choice([Clock.ENFORCED.value, Clock.ADOPTED.value]),
        default=Clock.ENFORCED.value,
        show_default=True,
        help="Which day of a law counts: when it came into force, or when it was adopted.",
    )(command)


def with_option(command: Command) -> Command:
    """`--with SLUG` and `--proposals DIR`: the law as a proposal would make it."""
    told = click.option("--with", "proposal", metavar="SLUG", help="As this proposal would make it: no law.")
    return told(proposals_option(command))


def proposals_option(command: Command) -> Command:
    """`--proposals DIR`."""
    return click.option(
        "--proposals",
        type=click.Path(),
        envvar="LAWDIFF_PROPOSALS",
        help="The folder of your proposals. [env: LAWDIFF_PROPOSALS; default: ./proposals]",
    )(command)


def json_option(command: Command) -> Command:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def open_archive(corpus: str | None, repo: str | None) -> Archive:
    """The archive of the corpus named, or of the one that came with lawdiff."""
    root = corpus or own_corpus()
    if not os.path.isdir(root):
        raise UsageError(f"{root}: no such folder; name a corpus folder with --corpus or LAWDIFF_CORPUS.")
    return Archive(os.path.realpath(root), os.path.abspath(repo or default_repository(root)))


def default_repository(root: str) -> str:
    """Where the history of a corpus is kept in the user's cache folder, one place for each corpus."""
    path = os.fsencode(os.path.realpath(root))
    name = f"{int.from_bytes(path, 'big') % (2**61 - 1):016x}"  # hashlib would load OpenSSL to name a folder
    return os.path.join(_cache_folder(), "lawdiff", name, "history.git")


def _cache_folder() -> str:
    """The user's folder for what can be made again, where Linux or macOS has it."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    home = os.path.join("~", "Library", "Caches") if sys.platform == "darwin" else os.path.join("~", ".cache")
    return named if os.path.isabs(named) else os.path.expanduser(home)


def pick_law(archive: Archive, law: str | None) -> str:
    """The act that `--law` names, or the only one of the corpus."""
    if law is not None:
        return law
    held = act_ids(archive.corpus_path)
    if len(held) == 1:
        return held[0]
    if not held:
        raise UsageError(
            f"{archive.corpus_path} holds no law; add a folder such as kz/2002/345 with an act.toml."
        )
    shown = ", ".join(held[:5]) + (", ..." if len(held) > 5 else "")
    raise UsageError(f"The corpus holds several laws; name one with --law: {shown}")


def asked_provisions(address: Sequence[str], timelines: ActTimelines) -> tuple[EId, ...]:
    """The provisions that the words of an address name; none for no words, which mean the whole act."""
    return resolve_address(" ".join(address), known_eids(timelines)) if address else ()


def make_history(archive: Archive) -> None:
    """Make the history repository if it is missing or older than its corpus, with a progress bar.

    Where it cannot be written, that is said: the answer does not depend on it.
    """
    if archive.is_current():
        return
    from lawdiff.store.repository_error import RepositoryError

    try:
        with progress_bar("Building the history") as progress:
            archive.refresh(progress)
    except RepositoryError as problem:
        click.echo(
            f"lawdiff: {problem}; the answer is worked out without it "
            "(--repo or LAWDIFF_REPO names another place)",
            err=True,
        )


class progress_bar:
    """A bar on standard error while something long is under way; nothing where there is no terminal."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._shown = 0

    def __enter__(self) -> Callable[[int, int], None]:
        return self._step if sys.stderr.isatty() else _silent

    def _step(self, done: int, total: int) -> None:
        filled = 30 * done // max(total, 1)
        click.echo(
            f"\r{self._label} [{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", nl=False, err=True
        )
        self._shown = 1

    def __exit__(self, *_: object) -> None:
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)


def _silent(done: int, total: int) -> None:
    """Progress where nobody looks."""


def parse_day(text: str) -> dt.date:
    """A day as 2012-01-01, 01.01.2012 or `today`. Raises UsageError for anything else."""
    if text == "today":
        return dt.datetime.now(tz=dt.UTC).astimezone().date()
    parts = text.split("-") if "-" in text else text.split(".")[::-1]
    written = all(part.isascii() and part.isdigit() for part in parts)
    if not written or [len(part) for part in parts] != [4, 2, 2]:
        raise UsageError(f"{text[:40]!r} is not a day; write 2012-01-01, 01.01.2012 or today.")
    try:
        return dt.date(*map(int, parts))
    except ValueError as error:
        raise UsageError(f"{text!r} is no day of the calendar: {error}.") from error


class DayType(click.ParamType[dt.date]):
    """A day on the command line."""

    name = "date"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> dt.date:
        return value if isinstance(value, dt.date) else parse_day(str(value))


DAY = DayType()


def in_colour() -> bool:
    """Colour is for a terminal whose user has not refused it."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
