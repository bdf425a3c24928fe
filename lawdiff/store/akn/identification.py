"""The FRBR identification of a file: the work, its expression on the day, the file and the portion it is."""

from __future__ import annotations

import datetime as dt

from lawdiff.law.answer import Answer
from lawdiff.store.akn.uris import Uris
from lawdiff.store.akn.vocabulary import akn_language
from lawdiff.store.akn.xml_tree import Element, tag


def identification(answer: Answer, uris: Uris) -> Element:
    """Work, expression and manifestation.

    A file knows no day of its making (R15), so the manifestation has the day of its expression. No
    expression made here is authoritative. A portion names the documents it is one of, and its element.
    """
    title = tag("FRBRalias", {"value": answer.act_title, "name": "title"})
    work = tag(
        "FRBRWork",
        {},
        *_core(uris.work_this, uris.work, answer.act_adopted, "adoption", "#legislator", "#author", title),
        tag("FRBRcountry", {"value": uris.country}),
        tag("FRBRnumber", {"value": answer.act_number}),
        tag("FRBRprescriptive", {"value": "true"}),
    )
    expression = tag(
        "FRBRExpression",
        {},
        *_core(uris.expression_this, uris.expression, answer.day, "point-in-time", "#lawdiff", "#editor"),
        tag("FRBRauthoritative", {"value": "false"}),
        tag("FRBRlanguage", {"language": akn_language(answer.language)}),
    )
    manifestation = tag(
        "FRBRManifestation",
        {},
        *_core(
            uris.manifestation_this, uris.manifestation, answer.day, "point-in-time", "#lawdiff", "#editor"
        ),
        *([tag("FRBRportion", {"from": f"#{answer.provision}"})] if answer.provision else []),
        tag("FRBRformat", {"value": "application/akn+xml"}),
    )
    return tag("identification", {"source": "#lawdiff"}, work, expression, manifestation)


def _core(
    this: str, uri: str, day: dt.date, name: str, author: str, role: str, *aliases: Element
) -> tuple[Element, ...]:
    return (
        tag("FRBRthis", {"value": this}),
        tag("FRBRuri", {"value": uri}),
        *aliases,
        tag("FRBRdate", {"date": f"{day}", "name": name}),
        tag("FRBRauthor", {"href": author, "as": role}),
    )
