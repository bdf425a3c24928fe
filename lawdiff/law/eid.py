"""The eId of a provision: `art_7__para_1__subpara_2`, its parts, its order and its other names."""

from __future__ import annotations

from functools import lru_cache

KINDS = (
    "act",
    "title",
    "text",
    "preamble",
    "part",
    "sec",
    "subsec",
    "chp",
    "art",
    "para",
    "subpara",
    "al",
    "heading",
    "intro",
    "annex",
)
NUMBERED = frozenset({"part", "sec", "subsec", "chp", "art", "para", "subpara", "al", "annex"})


class EId(str):
    """An Akoma Ntoso style id (DESIGN section 2): segments joined by `__`, each `kind` or `kind_number`.

    >>> EId("art_14-1__para_2__al_5__subpara_1").parent
    'art_14-1__para_2__al_5'
    """

    __slots__ = ()

    @property
    def segments(self) -> tuple[tuple[str, str], ...]:
        """The (kind, number) pairs from the outermost in; the number is "" where the kind has none."""
        return _segments(self)

    @property
    def kind(self) -> str:
        return self.segments[-1][0]

    @property
    def number(self) -> str:
        return self.segments[-1][1]

    @property
    def parent(self) -> EId | None:
        """The eId one level up, None for an article, a chapter or the preamble."""
        head, found, _ = self.rpartition("__")
        return EId(head) if found else None

    @property
    def own(self) -> EId:
        """The node whose own text this names: `__al_1` and `__intro` are other names for it."""
        head, found, last = self.rpartition("__")
        return EId(head) if found and last in ("al_1", "intro") else self

    @property
    def names_own_text(self) -> bool:
        """Whether this eId means a node's own text alone, and not what hangs under the node."""
        return self.own != self

    @property
    def heading(self) -> EId:
        return EId(f"{self}__heading")

    def child(self, kind: str, number: str) -> EId:
        return EId(f"{self}__{kind}_{number}")

    def within(self, container: str) -> bool:
        """Whether this is the container itself or stands inside it."""
        return self == container or self.startswith(container + "__")

    @property
    def order(self) -> tuple[tuple[int, tuple[tuple[int, str], ...]], ...]:
        """A key that sorts the provisions of one article as they are read (R1: 4) < 4-1) < 5))."""
        return _order(self)


@lru_cache(maxsize=65536)
def _segments(eid: str) -> tuple[tuple[str, str], ...]:
    found = []
    for part in eid.split("__"):
        kind, sign, number = part.partition("_")
        well_formed = all(piece.isascii() and piece.isalnum() for piece in number.split("-")) or not sign
        if kind not in KINDS or (kind in NUMBERED) != bool(sign) or not well_formed:
            raise ValueError(f"{eid!r} is not an eId: {part!r} is not a kind of provision with its number")
        found.append((kind, number))
    return tuple(found)


_RANK = {"title": 0, "preamble": 1, "heading": 2, "intro": 3, "al": 8, "annex": 9}


@lru_cache(maxsize=65536)
def _order(eid: str) -> tuple[tuple[int, tuple[tuple[int, str], ...]], ...]:
    return tuple((_RANK.get(kind, 5), number_order(number)) for kind, number in _segments(eid))


def number_order(number: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts numbers by their parts: 14 < 14-1 < 15, 12 < 12a < 13 (R1)."""
    letters = ((part, part.lstrip("0123456789")) for part in number.split("-") if part)
    return tuple((int(part[: len(part) - len(rest)] or 0), rest) for part, rest in letters)


def is_eid(text: str) -> bool:
    """Whether the text is a well-formed eId, of whatever act."""
    try:
        _segments(text)
    except ValueError:
        return False
    return True
