"""The articles that the proposal of `fixtures/proposals/every-change.md` touches, as the corpus prints them,
and as a reader of that proposal would change them: read from the text, not by lawdiff."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lawdiff.sources.corpus import corpus_root

TOUCHED = ("1", "5", "6", "7", "8", "31", "37", "38", "47-5", "50")
_EXCLUDED = re.compile(r"(\d+\)) is excluded by the Law .*")
_NOTES = ("Footnote.", "Note of RCLI!")
_ANNOUNCED = "is provided to be in the wording"


def current() -> list[str]:
    """The lines of those articles, and the title of Chapter 2, on the base day. 210-V added paragraph 5 of
    Article 37 or changed it: no source tells which, so that day's wording is not known, and its number stands
    alone."""
    lines = (corpus_root() / "kz/2002/345/en.txt").read_text("utf-8").split("\n")
    found: list[str] = []
    is_shown = False
    for line in (line.strip() for line in lines):
        if title := re.match(r"(Article|Chapter) ([\d-]+)\. ", line):
            is_shown = title[2] in TOUCHED if title[1] == "Article" else title[2] == "2"
        if is_shown and line and not line.startswith(_NOTES) and _ANNOUNCED not in line:
            words = _EXCLUDED.sub(r"\1 (Is excluded)", line)
            is_unknown = line.startswith("5. Storage and sale")
            found.append("5." if is_unknown else words)
    return found


# What stands in the place of the line that begins so; an article's rest follows its title.
_CHANGED: dict[str, tuple[str, ...]] = {
    "12) disabled child": (
        "12) child with disabilities – a person under eighteen years of age who has long-term physical, "
        "mental, intellectual or sensory impairments;",
    ),
    "Article 5. Prohibition": ("Article 5.",),
    "Rights of a child may not be restricted": (),
    "Chapter 2. State policy": ("Chapter 2. State policy in the interests of children",),
    "Article 6. Purposes": ("Article 6. Purposes of state policy in the interests of children",),
    "4) responsibility of civil servants": ("4)",),
    "4-1) carrying out of compulsory arrangement": (
        "4-1) carrying out of compulsory arrangement of labour and provision of housing for orphaned "
        "children, children left without custody of parents in established manner;",
        "4-2) provision of barrier-free access to schools & kindergartens (a ramp, a lift, if x < 5 cm);",
    ),
    "5. Any scientific tests": (
        "5. Every child with disabilities shall have the right to:",
        "1) early diagnosis;",
        "2) rehabilitation.",
        "6. Any scientific tests or other experiments with a child inflicting harm to his (her) life, health "
        "and normal physical and psychological development shall be prohibited.",
    ),
    "Article 31. Rights": ("Article 31. Rights of a child with disabilities to full life",),
    "1. Disabled child shall": (
        "1. A child with disabilities shall have equal rights with healthy children to full life in "
        "conditions ensuring his (her) dignity, promoting active inclusion to public life.",
    ),
    "2. Disabled child shall": (
        "2. A child with disabilities shall have the right to receive education being relevant to his (her) "
        "physical, mental abilities and wishes, to choice business occupation and profession, to participate "
        "in creative and public activity.",
    ),
    "3. Disabled children including": (
        "3. Disabled children including children with shortage of mental or physical development shall have "
        "the right to receive medical and social and legal assistance in specialized children’s "
        "organizations.",
    ),
    "2. Sale of alcoholic products": (
        "2. Sale of alcoholic products, tobacco, tobacco products and electronic cigarettes to a child shall "
        "be prohibited.",
    ),
    "Article 38. Protection": ("Article 38. Protection of a child from narcotic substances",),
    "1. Child shall be protected from consumption": (
        "1. Child shall be protected from narcotic substances in any form.",
    ),
    "2. For incitement of a child to consumption": (
        "2. For incitement of a child to consumption of narcotic drugs, psychotropic substances, the "
        "measures of responsibility established by the Laws of the Republic of Kazakhstan shall be applied.",
        "3. Schools shall inform children of the harm of narcotic substances.",
    ),
    "Information on accepted and transferred": (
        "A communication of a child shall be answered within ten days.",
        "Information on accepted and transferred communications and complaints shall be included to the "
        "report on results of preventive visits.",
    ),
    "Article 50. Responsibility": (
        "Article 49-1. Mediation",
        "1. A conflict in which a child takes part may be settled by mediation.",
        "2. Mediation shall be free of charge.",
        "Article 50. Responsibility for violation of the legislation of the Republic of Kazakhstan on "
        "child’s rights",
    ),
    "From the moment of removal": (),
}


def proposed() -> list[str]:
    """The same lines as the proposal would have them."""
    return [new for line in current() for new in _new_lines(line)]


def _new_lines(line: str) -> Iterator[str]:
    for start, new in _CHANGED.items():
        if line.startswith(start):
            yield from new
            return
    yield line.replace("essentiallyinfringes", "essentially infringes")
