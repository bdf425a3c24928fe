"""The words of Akoma Ntoso that stand for ours: elements, statuses, modifications, and our own namespace."""

from __future__ import annotations

from lawdiff.law.effect import Kind
from lawdiff.law.wording import Reason, State

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LD = "urn:lawdiff:akn:1"
FORMAT = "1"

# What is not here is an <hcontainer> with the kind as its name.
ELEMENTS = {
    "part": "part",
    "sec": "section",
    "subsec": "subsection",
    "chp": "chapter",
    "art": "article",
    "para": "paragraph",
    "subpara": "subparagraph",
    "al": "alinea",
}
OTHER = "hcontainer"

MODIFICATIONS = {
    Kind.INSERT: "insertion",
    Kind.REPLACE: "substitution",
    Kind.AMEND: "substitution",
    Kind.SUBSTITUTE: "substitution",
    Kind.REPEAL: "repeal",
    Kind.RENAME_REPLACE: "substitution",
    Kind.RENAME_AMEND: "substitution",
    Kind.MOVE: "renumbering",
}
# "As amended by": what was substituted is not told, so the modification is `incomplete`.
UNTOLD = frozenset({Kind.AMEND, Kind.RENAME_AMEND})

WITH_TEXT = frozenset({State.RECORDED, State.RESTORED, State.LATER, State.EARLIER})
_STATUS = {
    State.RESTORED: "edited",
    State.LATER: "editorial",
    State.EARLIER: "editorial",
    State.UNRECORDED: "unknown",
    State.UNCERTAIN: "unknown",
}
_COMING = frozenset({"insert", "move"})


def status(state: State, because: tuple[Reason, ...], is_printed_gone: bool = False) -> str | None:
    """The AKN status of a wording, None for what is plainly the law of the day.

    What is absent was `removed`, or is `undefined` because it has yet to come: no law but one that inserts
    it, or moves it here, has a part in its absence. What the edition prints as gone may have been moved away.
    """
    if state is not State.ABSENT:
        return _STATUS.get(state)
    coming = _COMING - {"move"} if is_printed_gone else _COMING
    return "undefined" if all(reason.kind in coming for reason in because) else "removed"


# ISO 639-1 to the three letters of ISO 639-2 that AKN IRIs have.
_LANGUAGES = {
    "de": "deu", "en": "eng", "es": "spa", "fr": "fra", "it": "ita", "kk": "kaz", "ky": "kir",
    "mn": "mon", "ru": "rus", "tg": "tgk", "tk": "tuk", "tr": "tur", "uk": "ukr", "uz": "uzb", "zh": "zho",
}  # fmt: skip


def akn_language(code: str) -> str:
    """The code of a language in AKN: `eng` for `en`. One that is not known here stays as it is."""
    return _LANGUAGES.get(code, code)
