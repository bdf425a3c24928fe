"""What the reader of amending sentences must know of a language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lawdiff.sources.instructions.address_words import AddressWords, read_address
from lawdiff.sources.instructions.forms import Form, forms_of
from lawdiff.sources.instructions.several_places import read_places


@dataclass(frozen=True, slots=True)
class Grammar:
    """The stages of one language.

    `forms_of` gives the orders of a statement by their verbs, `read_places` the places that words name,
    `read_new` what is new with its number. `throughout` is the whole text, of the act or of a place;
    `says_nothing` may stand before what is new, `says_article` tells whether a place needs no other around.
    """

    code: str
    forms_of: Callable[[str], tuple[Form, ...]]
    read_places: Callable[[str], tuple[AddressWords, ...]]
    read_new: Callable[[str], AddressWords]
    throughout: re.Pattern[str]
    says_nothing: re.Pattern[str]
    says_article: re.Pattern[str]


ENGLISH = Grammar(
    code="en",
    forms_of=forms_of,
    read_places=read_places,
    read_new=read_address,
    throughout=re.compile(r"throughout the (?:whole |entire )?text(?: of (?P<of>.+))?", re.IGNORECASE),
    says_nothing=re.compile(r"\A(?:the )?(?:an? )?(?:new )?(?:following )?", re.IGNORECASE),
    says_article=re.compile(r"\b(?:article|chapter|preamble|law)s?\b", re.IGNORECASE),
)
