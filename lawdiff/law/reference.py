"""A cross-reference: words of the law that point at a provision, at this act or at another one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lawdiff.law.eid import EId
from lawdiff.law.known_act import KnownAct
from lawdiff.law.wording import State


class ReferenceKind(Enum):
    """What a reference points at. The values are the words of JSON and of the graph.

    `DOUBTFUL`: "the Law" may mean this act or law in general. `UNKNOWN`: what is meant cannot be told.
    `LEGISLATION`: a body of law, "labour legislation of the Republic of Kazakhstan", and no act.
    """

    PROVISION = "provision"
    ACT = "act"
    OTHER_ACT = "other-act"
    LEGISLATION = "legislation"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"


class ReferenceCertainty(Enum):
    """`STATED`: the words say it ("this Article"); `INFERRED`: no other article or act is named, so it is
    the one they stand in ("the Article"); `DOUBTFUL`: the words allow something else."""

    STATED = "stated"
    INFERRED = "inferred"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of an address in the text, "paragraphs 1 and 2" or "this Article".

    `numbers` are empty for "this Article"; of a range ("Articles 7 to 9") they are its two ends.
    `pointer` is "this" or "the" where no number stands.
    """

    kind: str
    numbers: tuple[str, ...] = ()
    is_range: bool = False
    pointer: str = ""


class ActWords(Enum):
    """How a reference names its act: not at all, "this Law", "the Law", "the Law of the Republic of
    Kazakhstan" and no more, by title or number, a body of law, or something else ("the Regulation")."""

    NONE = "none"
    THIS = "this"
    BARE = "bare"
    UNNAMED = "unnamed"
    NAMED = "named"
    LEGISLATION = "legislation"
    STRANGE = "strange"


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference as it was found, before anyone looks what it means: words and their span in the text.

    `levels` run from the outermost in. `title` and `number` are those of the act, where it is named.
    """

    words: str
    span: tuple[int, int]
    levels: tuple[Level, ...]
    act: ActWords
    title: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a provision refers to on a day. Nothing found is dropped: what cannot be told is `UNKNOWN`.

    `source` is the eId whose text (or heading) has the words; `span` counts its characters. `target` is an
    eId of this act, `act` for the whole of it; of a `DOUBTFUL` reference, what it would be if this act is
    meant. `exists`: the target is part of the law that day; None where that is not known. `act_title` and
    `act_number` name another act as the words do, `act` is that act where the register has it. `reason`
    says why it is not sure. `state` is how the words themselves are known.
    """

    source: EId
    span: tuple[int, int]
    words: str
    kind: ReferenceKind
    certainty: ReferenceCertainty
    target: EId | None = None
    exists: bool | None = None
    act_title: str = ""
    act_number: str = ""
    act: KnownAct | None = None
    reason: str = ""
    state: State = State.RECORDED

    @property
    def to_nothing(self) -> bool:
        """Whether it surely points at a provision of this act that is not there."""
        sure = self.kind is ReferenceKind.PROVISION
        return sure and self.exists is False
