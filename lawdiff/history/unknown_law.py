"""Why a law has no name: its note was lost, cannot be read, or gives no law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

LOST_NOTES = "older notes are lost with a rewording"
UNREADABLE = "unreadable "


def why_unknown(sources: Iterable[str]) -> Iterator[str]:
    """For the sources of what "?" did, each cause once: "a later rewording took the older notes ..."."""
    told = list(dict.fromkeys(sources))
    if LOST_NOTES in told:
        yield "a later rewording took the older notes with it, and may hide several laws or none"
    notes = [source.removeprefix(UNREADABLE) for source in told if source.startswith(UNREADABLE)]
    if notes:
        yield f"what a note says cannot be read ({'; '.join(notes)})"
    others = [source for source in told if source != LOST_NOTES and not source.startswith(UNREADABLE)]
    if others:
        yield f"what tells of it gives no law ({'; '.join(others)})"
