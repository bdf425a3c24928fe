"""The Russian grammar of amending sentences."""

from __future__ import annotations

import re

from lawdiff.sources.instructions.grammar import Grammar
from lawdiff.sources.instructions.russian.addresses import read_russian_address, read_russian_places
from lawdiff.sources.instructions.russian.forms import russian_forms

RUSSIAN = Grammar(
    code="ru",
    forms_of=russian_forms,
    read_places=read_russian_places,
    read_new=read_russian_address,
    throughout=re.compile(
        r"(?:по|в) (?:всему )?тексту?(?:е)?(?: (?P<of>(?!закон|настоящ|кодекс).+)| .+)?", re.IGNORECASE
    ),
    says_nothing=re.compile(r"\A(?:(?:новой|новым|новыми|следующей|следующим|следующими) )*", re.IGNORECASE),
    says_article=re.compile(r"\b(?:стат(?:ь|е)|глав|преамбул|закон|кодекс)", re.IGNORECASE),
)
