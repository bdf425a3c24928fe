"""The one family of errors that a user may meet, each with the exit code of its kind."""

from __future__ import annotations


class LawdiffError(Exception):
    """Something a user can mend: the message says what is wrong, where, and what to do.

    The command line prints it as one sentence and leaves with `exit_code` (DESIGN section 8).
    """

    exit_code = 3


class UsageError(LawdiffError):
    """The command line is wrong: a date that is not one, an address or law that does not exist."""

    exit_code = 2


class SourceError(LawdiffError):
    """An input cannot be read: a corpus file, a repository, a text that is not a law."""

    exit_code = 3


class NotKnownError(LawdiffError):
    """`--strict` was asked for and the answer is not certain."""

    exit_code = 4
