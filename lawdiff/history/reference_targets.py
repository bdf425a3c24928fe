"""What a reference means: the provision of this act, this act, another one, or nothing that can be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from lawdiff.history.provisions_there import ProvisionsThere
from lawdiff.law.act import Act
from lawdiff.law.address import cite
from lawdiff.law.eid import EId, number_order
from lawdiff.law.known_act import KnownAct, plain_title
from lawdiff.law.reference import ActWords, Level, Mention, Reference, ReferenceCertainty, ReferenceKind

_ACT = EId("act")
_ROOTS = ("art", "chp", "sec")
_DOUBTS = {
    ActWords.BARE: "in this translation “the Law” may mean this act or law in general",
    ActWords.UNNAMED: "neither title nor number says which law is meant",
    ActWords.STRANGE: "the act is not named so that it could be told",
}
_Path = tuple[tuple[str, str], ...]


def resolve(
    source: EId, mention: Mention, there: ProvisionsThere, own: Act, acts: Sequence[KnownAct] = ()
) -> Iterator[Reference]:
    """The references that the mention makes: one, or one for each number of "paragraphs 1 and 2".

    `source` is the eId whose text has the words, `own` this act, `acts` those that have a number to give.
    """
    if mention.act is ActWords.LEGISLATION:
        yield _reference(source, mention, ReferenceKind.LEGISLATION)
    elif mention.act is ActWords.NAMED and not _is_own(mention, own):
        yield _other_act(source, mention, acts)
    elif mention.act in (ActWords.UNNAMED, ActWords.STRANGE):
        doubt = _DOUBTS[mention.act]
        yield _reference(source, mention, ReferenceKind.UNKNOWN, ReferenceCertainty.DOUBTFUL, doubt)
    elif mention.levels:
        yield from _provisions(source, mention, there)
    elif mention.act is ActWords.BARE:
        yield _doubtful(source, mention, _ACT, True)
    else:
        yield _reference(source, mention, ReferenceKind.ACT, target=_ACT, exists=True)


def _reference(
    source: EId,
    mention: Mention,
    kind: ReferenceKind,
    certainty: ReferenceCertainty = ReferenceCertainty.STATED,
    reason: str = "",
    target: EId | None = None,
    exists: bool | None = None,
) -> Reference:
    return Reference(source, mention.span, mention.words, kind, certainty, target, exists, reason=reason)


def _doubtful(source: EId, mention: Mention, target: EId | None, exists: bool | None) -> Reference:
    doubt = _DOUBTS[ActWords.BARE]
    return _reference(
        source, mention, ReferenceKind.DOUBTFUL, ReferenceCertainty.DOUBTFUL, doubt, target, exists
    )


def _is_own(mention: Mention, own: Act) -> bool:
    """Whether an act named by number or title is the one that the words stand in."""
    if mention.number:
        return mention.number == own.number
    return bool(mention.title) and plain_title(mention.title) == plain_title(own.title)


def _other_act(source: EId, mention: Mention, acts: Sequence[KnownAct]) -> Reference:
    by_number = [act for act in acts if mention.number and mention.number in act.numbers]
    named = [act for act in by_number or acts if not mention.title or act.is_titled(mention.title)]
    known = named[0] if len(named) == 1 and (mention.title or by_number) else None
    return Reference(
        source,
        mention.span,
        mention.words,
        ReferenceKind.OTHER_ACT,
        ReferenceCertainty.STATED,
        act_title=mention.title,
        act_number=known.number if known else mention.number,
        act=known,
    )


def _provisions(source: EId, mention: Mention, there: ProvisionsThere) -> Iterator[Reference]:
    """The provisions of this act that the levels name, each as it is that day."""
    root, inner, is_pointed = _root(source, mention.levels, there)
    if root is None:
        reason = f"the words stand in {cite(source)}, in no {_missing(mention.levels)}"
        yield _reference(source, mention, ReferenceKind.UNKNOWN, ReferenceCertainty.DOUBTFUL, reason)
        return
    stated = is_pointed or mention.act is ActWords.THIS
    for path in _paths(root, inner, there):
        yield _provision(source, mention, root, path, there, stated)


def _root(
    source: EId, levels: tuple[Level, ...], there: ProvisionsThere
) -> tuple[EId | None, tuple[Level, ...], bool]:
    """Where the address starts: at a numbered article or, else, at the provision around the words."""
    first = levels[0]
    if first.pointer:
        return there.around(source, first.kind), levels[1:], first.pointer == "this"
    if first.kind in _ROOTS:
        return _ACT, levels, False
    return there.around(source, "art"), levels, False


def _missing(levels: tuple[Level, ...]) -> str:
    names = {
        "art": "article",
        "chp": "chapter",
        "sec": "section",
        "para": "paragraph",
        "subpara": "subparagraph",
    }
    return names.get(levels[0].kind if levels[0].pointer else "art", "article")


def _paths(root: EId, levels: tuple[Level, ...], there: ProvisionsThere) -> Iterator[_Path]:
    """Every row of (kind, number) that the levels name: lists multiply, ranges take what there is."""
    rows = [[(level.kind, number) for number in _numbers(root, level, there)] for level in levels]
    yield from product(*rows)


def _numbers(root: EId, level: Level, there: ProvisionsThere) -> tuple[str, ...]:
    if not level.is_range or len(level.numbers) != 2:
        return level.numbers
    start, end = (number_order(number) for number in level.numbers)
    inside = {
        eid.number
        for eid, exists in there.existing.items()
        if eid.kind == level.kind and exists is not False and (root == _ACT or eid.within(root))
    }
    between = (number for number in inside if start < number_order(number) < end)
    return (level.numbers[0], *sorted(between, key=number_order), level.numbers[1])


def _provision(
    source: EId, mention: Mention, root: EId, path: _Path, there: ProvisionsThere, stated: bool
) -> Reference:
    if root == _ACT:
        (kind, number), *rest = path
        root, path = EId(f"{kind}_{number}"), tuple(rest)
    path = tuple(level for level in path if level != ("al", "1"))  # "part one" is the node's own text
    found = there.named(root, path)
    if len(found) > 1:
        several = " or ".join(cite(eid) for eid in found)
        reason = f"it could be {several}"
        return _reference(source, mention, ReferenceKind.UNKNOWN, ReferenceCertainty.DOUBTFUL, reason)
    target = found[0] if found else _as_written(root, path)
    exists = there.existing[target] if found else False
    if mention.act is ActWords.BARE:
        return _doubtful(source, mention, target, exists)
    certainty = ReferenceCertainty.STATED if stated else ReferenceCertainty.INFERRED
    reason = _reason(target, exists, bool(found)) or ("" if stated else _inferred(mention))
    return _reference(source, mention, ReferenceKind.PROVISION, certainty, reason, target, exists)


def _as_written(root: EId, path: _Path) -> EId:
    """The eId that the address would have, of a provision that is on no day."""
    for kind, number in path:
        root = root.child(kind, number)
    return root


def _reason(target: EId, exists: bool | None, is_known: bool) -> str:
    if exists is False:
        gone = "is not part of the law that day" if is_known else "is no provision of any day"
        return f"{cite(target)} {gone}"
    return f"whether {cite(target)} is part of the law that day is not known" if exists is None else ""


def _inferred(mention: Mention) -> str:
    if mention.levels[0].pointer:
        return "no other article is named: the one that the words stand in"
    return "no other act is named: this one"
