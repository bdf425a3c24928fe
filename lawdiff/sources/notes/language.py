"""What the engine must know of a language in order to read its notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lawdiff.law.clause import Clause
from lawdiff.sources.notes.cursor import Cursor
from lawdiff.sources.notes.lexicon import Lexicon

Places = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """The words and stages of one language.

    `marker`: how a note opens, "announce" for notes of the future. `verbs`: what was done, by its kind
    (`supplement` and `add` want to know what, `lapse` until when). `helpers` are words around a verb that
    say nothing, `to_come` makes an announcement of it, `leads` may stand before a place, `changes_in`
    (nouns: "amendments to", by kind) before the place that they change. `by` leads to a law, `heads` names
    its sort ("law", "named" where only a dash leads to it, "issued" by somebody whom words follow, or by
    several: "joint"), `dated` leads to its
    day, `tails` end it (Kazakh), `joins` stand between two laws. `object_first`: what is put in stands
    before the verb. `plurals` are verbs of several things
    ("5-7) are excluded"). `take_clause` reads an enforcement clause without brackets, `take_order` a sentence
    that sends to another place for it, `take_places` what a note is about, `take_noun` the noun of a
    provision without its number, `substituted` the words that were put in the place of others. `noun_gender`
    and `verb_gender` are what a verb must agree with ("f": "статья исключена"), "" where nothing tells.
    """

    code: str
    marker: Lexicon[str]
    verbs: Lexicon[str]
    helpers: frozenset[str]
    to_come: Lexicon[bool]
    leads: frozenset[str]
    changes_in: Lexicon[str]
    by: Lexicon[bool]
    heads: Lexicon[str]
    dated: Lexicon[bool]
    tails: Lexicon[str]
    joins: Lexicon[bool]
    object_first: bool
    plurals: frozenset[str]
    take_clause: Callable[[Cursor], Clause | None]
    take_order: Callable[[Cursor], tuple[Places, Clause] | None]
    take_places: Callable[[Cursor], Places]
    take_noun: Callable[[Cursor], str]
    substituted: SubstitutionForms
    noun_gender: Callable[[str], str] = lambda _word: ""
    verb_gender: Callable[[str], str] = lambda _word: ""


@dataclass(frozen=True, slots=True)
class SubstitutionForms:
    """How a language tells that words were substituted.

    `scope` names the whole text. `noun` is "the words", `verbs` are `substitute`, `supplement` and
    `repeal`, `with_words` leads to the new words, `small` may stand anywhere between. `behind` leads to a
    word behind which the others stand, `everywhere` may stand before the verb ("in all contexts").
    `verb_last`: the new words stand before the verb (Kazakh).
    """

    scope: Lexicon[bool]
    noun: Lexicon[bool]
    verbs: Lexicon[str]
    with_words: Lexicon[bool]
    small: frozenset[str]
    behind: Lexicon[bool]
    everywhere: Lexicon[bool]
    verb_last: bool = False
