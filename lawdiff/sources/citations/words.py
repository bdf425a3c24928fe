"""The named parts of the patterns that read a citation, in English and Russian, each with its example."""

from __future__ import annotations

import datetime as dt
import re

from lawdiff.law.act_words import OF_THE_MONTH_RU
from lawdiff.law.known_act import ActKind
from lawdiff.law.phrases import MONTHS

_MONTHS = {name: number for names in (MONTHS, OF_THE_MONTH_RU) for number, name in enumerate(names, 1)}
_MONTH = "|".join(_MONTHS)
KINDS = (
    (ActKind.CONSTITUTIONAL_LAW, r"Constitutional Law|Конституционн(?:ый|ого) [Зз]акона?"),
    (ActKind.CONSTITUTION, r"Constitution|Конституци[яи]"),
    # "Regulatory Resolution of the Supreme Court of Kazakhstan. 2002. No. 6"
    (ActKind.REGULATORY_RESOLUTION, r"(?:Regulatory|Normative) [Rr]esolution|Нормативное [Пп]остановление"),
    (ActKind.RESOLUTION, r"(?:Government )?Resolution|Постановление"),
    (ActKind.DECREE, r"(?:Presidential )?Decree|Указ"),
    (ActKind.ORDER, r"Order(?= of)|Приказ"),
    # "Code of Kazakhstan. 2017. No. 518-IV"; "Civil Code of the Republic of Kazakhstan"
    (ActKind.CODE, r"(?:[A-Z][a-z]+ (?:[A-Z][a-z]+ )?)?Code|(?:[А-Я][а-я]+ )?[Кк]одекса?"),
    (ActKind.LAW, r"(?:Kazakh(?:stani?)? )?Law|LAW|Закона?|ЗАКОН"),
)
# "of the Supreme Court", "of the Government"; "of the Minister of Education" stays in the rest
_BODY = (
    r"(?: of the (?:Supreme Court|Government|President|Parliament)"
    r"| Верховного Суда| Правительства| Президента)"
)
_COUNTRY = (
    r"(?: (?:of|in) (?:the )?(?:Republic of Kazakhstan|Kazakhstan|RoK|RK)\b"
    r"|,? (?:RoK|RK)\b| Республики Казахстан| РК\b)"
)
HEAD = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in KINDS)
    + rf")(?![\w-])(?P<body>{_BODY})?(?P<country>{_COUNTRY})?"
)
# "Law of the Russian Federation", "Law of Uzbekistan"; not "Law of August 8, 2002"
# and not "Law of the Rights of the Child": a country has no "of the Child" behind it
_NO_COUNTRY = rf"(?! of (?:the |an? )?(?!(?:{_MONTH})\b)[A-Za-z])"
COUNTRY_ABROAD = re.compile(
    rf" of (?:the )?(?!(?:{_MONTH})\b)(?:Republic of )?[A-Z][a-z]+\b"
    rf"(?: (?:Federation|Republic|Kingdom)\b)?{_NO_COUNTRY}"
    r"| (?:Российской Федерации|РФ|Республики [А-Я][а-я]+)"
)
OPENING = re.compile(r"(?:The |the |See |see |Cf\. )*")

# "Nazarbayev, N.A. 2012."; "Abikenova, G., et al. 2018.": authors come before their work
_NO_NAME = r"(?!(?:The|Law|Code|Decree|Order|Resolution|Constitution|Закон|Кодекс|Указ)\b)"
_INITIALS = r"(?:[A-ZА-ЯЁ]\. ?-?){1,3}"
AUTHORS = re.compile(rf"{_NO_NAME}(?P<name>[A-ZА-ЯЁ][\w’'-]+),? {_INITIALS}(?=[ ,;(0-9]|$)")
# works and documents that are no act of a state; the words before decide ("Convention", "report")
OTHERS = (
    (r"declaration|декларация", "a declaration, an international or political document"),
    (r"convention|covenant|treaty|конвенция", "an international treaty, no act of the state's own"),
    (r"(?:[\w-]+ ){0,4}report\b|доклад", "a report"),
    (r"message|address|послание", "a message"),
    (r"journal|dissertation|thesis|textbook|учебник", "a work of literature"),
)

URL = re.compile(r"(?:https?://|www\.)[^\s<>]+")
# "No. 345-I"; "№ 40-VIII ЗРК"; "N 591"
NUMBER = re.compile(
    r"(?:\b(?:No|Nr|NO)\b\.? ?|№ ?|\bN\.? ?)(?P<digits>[0-9]{1,5})"
    r"(?: ?[-–_] ?(?P<convocation>[IVXivxІХ]{1,5})\b)?(?: ?(?:ZRK|ЗРК))?"
)
# a number without its sign is only read with a convocation: "Law 345-II"
BARE_NUMBER = re.compile(r"\b(?P<digits>[0-9]{1,5})-(?P<convocation>[IVX]{1,5})\b")
# and right behind the kind of act, where it is no year and no day: "Law 345"; not "Law 8 August 2002"
PLAIN_NUMBER = re.compile(
    rf" (?!(?:1[89]|20)[0-9]{{2}}\b|[0-9]{{1,2}} (?:{_MONTH})\b)"
    r"(?P<digits>[0-9]{1,5})(?P<convocation>)(?=[ ,;)]|\. |\.?$)"
)
_OPEN, _CLOSE = '“«"„', '”»"“'
QUOTED = re.compile(
    rf"[{_OPEN}](?P<title>[^{_OPEN}{_CLOSE}]{{3,400}})[{_CLOSE}]"
    r"|(?<!\w)['‘](?P<single>On [^'‘]{3,400}?)['’](?!\w)"
)
TITLE = re.compile(r"(?:^|(?<=[\s.,:;]))(?:[Oo]n|[Aa]bout|[Cc]oncerning|[Оо]б?)(?= )")
# where an unquoted title ends: "... in Kazakhstan. http", "(as amended", "// Vedomosti"
TITLE_END = re.compile(r"\.(?= |$)| \((?=as |with |in the |с |в )|//|;| {3,}|\[|, (?=[Aa]rt)")
TITLE_TAIL = re.compile(r"(?:[\s,.:;(]|\b(?:of|dated|from|от|the)\b)+$")
YEAR = re.compile(r"(?<![\w.-])(?P<year>1[89][0-9]{2}|20[0-9]{2})(?![\w-])")
ADDRESS = re.compile(
    r"(?:[Aa]rt(?:icle|icles|s)?\b\.?|[Ss]ub-?par(?:agraphs?|as?)?\b\.?|[Pp]ara(?:graphs?|s)?\b\.?|[Cc]hapters?\b"
    r"|[Cc]lauses?\b|[Pp]reamble\b)"
)

DAY = re.compile(
    rf"(?P<d>[0-9]{{1,2}}) (?P<month>{_MONTH}),? (?P<y>[0-9]{{4}})(?: (?:года|г\.))?"
    rf"|(?P<month2>{_MONTH}) (?P<d2>[0-9]{{1,2}}),? (?P<y2>[0-9]{{4}})"
    r"|(?P<d3>[0-9]{2})[.-](?P<m3>[0-9]{2})[.-](?P<y3>[0-9]{4})"
    r"|(?P<y4>[0-9]{4})-(?P<m4>[0-9]{2})-(?P<d4>[0-9]{2})"
)
# "(as amended on 20-04-2023)", "с изменениями и дополнениями по состоянию на 11.01.2025 г.",
# "(as of 1 January 2012)", "No. 345, as of 1 January 2012"; but "Law as of 06.04.2016" tells its adoption
EDITION = re.compile(
    r"\(?\b(?:as amended|with (?:the )?amendments|last amended|amended|in the edition"
    r"|в редакции|[сc] изменениями)"
    r"[^0-9;)]{0,60}(?P<when>[0-9][^;)]{0,30}[0-9]{4}|[0-9]{4}(?:-[0-9]{2}-[0-9]{2})?)?\)?"
    r"|\((?:as (?:of|at)|на) [^;()]{0,24}[0-9]{4}[^;()]{0,6}\)"
    rf"|\(?(?:(?<=, )as of|\bas it stood on|\bas in force on|\bпо состоянию на) (?:{DAY.pattern})\)?"
)


def day_of(found: re.Match[str]) -> dt.date | None:
    """The day that a match of `DAY` means, None where the calendar has no such day."""
    part = found.groupdict()
    if part["month"] or part["month2"]:
        month = _MONTHS[part["month"] or part["month2"]]
    else:
        month = int(part["m3"] or part["m4"])
    year = part["y"] or part["y2"] or part["y3"] or part["y4"]
    day = part["d"] or part["d2"] or part["d3"] or part["d4"]
    try:
        return dt.date(int(year), month, int(day))
    except ValueError:
        return None
