"""The named parts of the patterns that find references in a text, each with the words that forced it."""

from __future__ import annotations

import re

KINDS = {
    "article": "art",
    "paragraph": "para",
    "subparagraph": "subpara",
    "part": "al",
    "chapter": "chp",
    "section": "sec",
}
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight")
CARDINALS = {word: str(number) for number, word in enumerate(_WORDS, 1)}

# "subparagraph 3) of paragraph 1 of this Article"; Article 41-1; 4-1)
NUMBER = r"[0-9]+(?:-[0-9]+)*\)?(?![\w-])"
_JOINT = r"(?:, and |, or |, | and | or )"
_NOUN = r"(?:[Aa]rticle|[Ss]ub-?paragraph|[Pp]aragraph|[Cc]hapter|[Ss]ection)"

# "paragraph 2"; the plural takes a list ("subparagraphs 1), 2) and 3)") or a range ("Articles 7 to 9"):
# after a singular a second number belongs to what follows ("in Article 7, 12 months").
ONE = rf"{_NOUN} {NUMBER}"
SEVERAL = rf"{_NOUN}s {NUMBER}(?:(?: to | ?[–—] ?){NUMBER}|(?:{_JOINT}{NUMBER})*)"
# "part two of paragraph 2": an unnumbered passage; "part 2" alone could be a part of a code
PASSAGE = rf"[Pp]art (?:{'|'.join(CARDINALS)}|[0-9]+(?! of (?:the |this )?(?:Law|Code)))\b"
# "paragraph 1 of this Article" (Article 39(2)), "paragraph 2 of the Article" (Article 14(4)): a small letter
# needs "this", because "the article" may be any thing that is sold
_SMALL = r"(?:[Aa]rticle|[Pp]aragraph|[Ss]ub-?paragraph|[Cc]hapter|[Ss]ection)"
POINTER = rf"(?:[Tt]his|[Tt]he present) {_SMALL}|[Tt]he (?:Article|Chapter|Section)"
_LAST = rf"(?:{POINTER})\b(?! [0-9])"

_LEVEL = rf"(?:{SEVERAL}|{ONE}|{PASSAGE})"
CHAIN = rf"\b(?:{_LEVEL}(?: of (?:the )?{_LEVEL}){{0,5}}(?: of {_LAST})?|{_LAST})"

_KAZAKHSTAN = r"(?: of the [Rr]epublic of Kazakhstan)"  # "of the republic of Kazakhstan" (Article 40)
_MONTH = r"[A-Z][a-z]{2,8}"
_YEAR = r"[0-9]{4}"
DAY = rf"(?:[0-9]{{1,2}}\.[0-9]{{2}}\.{_YEAR}|[0-9]{{1,2}} {_MONTH},? {_YEAR}|{_MONTH} [0-9]{{1,2}}, {_YEAR})"
# "the Law of the Republic of Kazakhstan as of 06.04.2016 «On legal acts»"
_DATED = rf"(?:,? (?:dated|as of|of) {DAY})"
_LAW_NUMBER = r"(?:,? (?:No\.|NO\.|№|N) ?[0-9]+(?:-[IVX]+)?)"
_QUOTED = r"(?: ?[“«\"][^“”«»\"\n]{1,300}[”»\"])"
_TYPE = r"(?:Constitutional Law|Law|Code|Decree|Regulatory Resolution)"

THIS_ACT = r"(?:[Tt]his|[Tt]he present|[Pp]resent) (?:Law|Code|Act|Constitutional Law)\b"  # Article 3(1)
# "the Law of the Republic of Kazakhstan “On preventive measures of domestic violence”" (Article 30(1))
NAMED_LAW = rf"(?:[Tt]he )?{_TYPE}{_KAZAKHSTAN}?{_DATED}?{_LAW_NUMBER}?{_QUOTED}"
NUMBERED_LAW = rf"(?:[Tt]he )?{_TYPE}{_KAZAKHSTAN}?{_DATED}?{_LAW_NUMBER}"
DATED_LAW = rf"(?:[Tt]he )?{_TYPE}{_KAZAKHSTAN}?{_DATED}"
CONSTITUTION = rf"\bConstitution\b{_KAZAKHSTAN}?"  # "the Constitution and legislation of" (Article 20)
# "article 324 of the Entrepreneurial code of the Republic of Kazakhstan"
CODE = rf"(?:[A-Z][a-z]+ ){{1,3}}[Cc]ode\b{_KAZAKHSTAN}?"
# "issuance of the Law of the Republic of Kazakhstan is required" (Article 3(2))
UNNAMED_LAW = rf"[Tt]he (?:Law|Code){_KAZAKHSTAN}"
BARE_LAW = r"[Tt]he (?:Law|Code)\b"  # "Force of the Law" (Article 2), "established by the Law" (Article 13)
# "the Laws of the Republic of Kazakhstan", before 354-IV "the Legislative acts"
LAWS = rf"(?:Laws|[Ll]egislative acts){_KAZAKHSTAN}"
TREATIES = r"[Ii]nternational treat(?:y|ies) ratified by the Republic of Kazakhstan"  # Article 2(1)
# "housing legislation" (Article 14); "the legislation of the Republic of Kazakhstan on education" (15(1))
_FIELD = r"(?:(?!(?:the|of|and|or|other|by|to|in|on|with|this|current)\b)[a-z]+ )"
_END = r"(?:shall|are|is|may|must|by|in|with|and consists)\b"
_TOPIC = rf"(?: on(?: (?!{_END})[\w’'-]+){{1,12}})"
LEGISLATION = rf"\b{_FIELD}?[Ll]egislation\b(?:{_KAZAKHSTAN}{_TOPIC}?)?"
# "paragraph 15 of the Regulation on the Ministry": of this kind of act nothing is known
STRANGE = r"the [A-Z][a-z]+\b"

ACT = "|".join(
    f"(?P<{name}>{pattern})"
    for name, pattern in (
        ("this", THIS_ACT),
        ("named", NAMED_LAW),
        ("numbered", NUMBERED_LAW),
        ("dated", DATED_LAW),
        ("constitution", CONSTITUTION),
        ("unnamed", UNNAMED_LAW),
        ("bare", BARE_LAW),
        ("code", CODE),
        ("laws", LAWS),
        ("treaties", TREATIES),
        ("legislation", LEGISLATION),
    )
)

ANY = re.compile(rf"(?P<chain>{CHAIN})|\b(?:{ACT})")
OF_ACT = re.compile(rf" of (?:(?:the )?(?:{ACT})|(?P<strange>{STRANGE}))")
LEVEL = re.compile(rf"(?P<several>{SEVERAL})|(?P<one>{ONE})|(?P<passage>{PASSAGE})|(?P<last>{_LAST})")
NUMBERS = re.compile(r"[0-9]+(?:-[0-9]+)*")
RANGE = re.compile(r" to | ?[–—] ?")
TITLE = re.compile(r"[“«\"]([^“”«»\"\n]{1,300})[”»\"]")
NUMBER_OF_LAW = re.compile(r"(?:No\.|NO\.|№|N) ?([0-9]+(?:-[IVX]+)?)")
