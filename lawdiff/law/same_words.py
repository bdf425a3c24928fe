"""Whether two texts are the same words: spaces, quotation marks and dashes are no law's change."""

from __future__ import annotations

_FORMS = str.maketrans(
    {
        **dict.fromkeys("«»“”„‟\"'‘’‚‛‹›`", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "\u00ad": "",
        "\u200b": "",
        "\ufeff": "",
    }
)


def folded(text: str) -> str:
    """The text with one form for all spaces, quotation marks and dashes, for comparing.

    >>> folded("the  Law “On a thing” – a part") == folded('the Law "On a thing" - a part')
    True
    """
    return " ".join(text.translate(_FORMS).split())


def same_words(one: str, other: str) -> bool:
    """Whether the texts differ in nothing but typography."""
    return one == other or folded(one) == folded(other)
