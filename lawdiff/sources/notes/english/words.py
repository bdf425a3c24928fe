"""The words of English notes, as the ministry's several translators chose them."""

from __future__ import annotations

from lawdiff.sources.notes.english.clauses import english_clause, english_order
from lawdiff.sources.notes.english.places import english_noun, english_places
from lawdiff.sources.notes.language import Language, SubstitutionForms
from lawdiff.sources.notes.lexicon import meanings, phrases, words

_MARKER = meanings(
    {
        "note": """
            (footnote|footnotes) [.|:]
        """,
        "announce": """
            [editorial] note of [the] (rcli|rlci|illi|ilpi|ilc|izpi|rtspi|zqai|editor|editors) [!|:|.]
            note [from] [the] (rcli|rlci|illi|ilpi|izpi) [!|:|.]
            (rcli|illi|ilpi|izpi) [' s|’ s] note [!|:|.]
            note (!|:)
        """,
    }
)

_CHANGE = "(amendments|amendment|changes|change|modifications|additions|addition|supplements|supplement)"
_MADE = "made|introduced|were made|were introduced|have been made|have been introduced|was made|are made"
_DECLARED = "(declared|recognized|recognised|deemed|considered)"
_GONE_AS = "(invalid|void|null and void|inoperative|ineffective)"
_WORDING = "(wording|edition|version|redaction|revision)"
_VERBS = meanings(
    {
        "replace": f"""
            # Article 5 is in the wording of the Law; The Preamble - as reworded by Decree
            [set out|set forth|stated|given|presented|worded] in [the|a] [new] {_WORDING} [of]
            (reworded|restated|revised)
            amended and restated
        """,
        "amend": f"""
            # Article 4 as amended by the Law; Article 7 was amended by the Law
            (amended|modified|changed)
            (amended|modified|changed) and (supplemented|added|amended|modified)
            (supplemented|added) and (amended|modified|changed)
            [with] [the] {_CHANGE}
            [with] [the] (amendments|changes|modifications) and (additions|supplements|amendments)
        """,
        "supplement": """
            # The Law is supplemented by Article 16-1
            (supplemented|complemented|completed|augmented)
        """,
        "add": """
            # The Law is added with Article 7-1; Article 8-1 is introduced by the Law
            (added|introduced|inserted|included)
        """,
        "repeal": f"""
            # 2) is excluded by the Law; (deleted - No. 264); It became invalid by the Code; Abolished by
            (excluded|deleted|repealed|removed|abolished|canceled|cancelled|invalidated)
            (annulled|abrogated|revoked|rescinded|expired)
            (became|become|becomes) {_GONE_AS}
            {_DECLARED} [to be|to have become|as] {_GONE_AS}
            (invalid|void|null and void)
            (lost|lose|loses|forfeited) [its|their|the] [legal] (force|effect|validity|power)
            (ceased|ceases|cease) to (be in force|be in effect|have effect|be valid|have force|apply)
            no longer (in force|in effect|valid)
            {_DECLARED} [to be|as] no longer (in force|in effect|valid)
            {_DECLARED} (as having|to have) lost [its] force
            {_DECLARED} (as having|to have) become {_GONE_AS}
            out of force
        """,
        "lapse": """
            # Paragraph 3 is valid until 01.01.2016
            (valid|effective|applicable|in force|in effect|applied|apply|applies) (until|till|up to|to)
            (expires|expire|lapses) (on|from)
            (becomes|become) (invalid|void|ineffective) (on|from|as of|since)
            (loses|lose) [its|their] (force|effect) (on|from|as of|since)
            (ceases|cease) to (be in force|be in effect|have effect|be valid|apply) (on|from|as of|since)
        """,
    }
)

_HELPERS = words(
    "as is are was were has have had been being be shall will it they this now further also hereby to"
)
_TO_COME = phrases("""
    (provided|planned|envisaged|expected|scheduled|stipulated|intended|foreseen|prescribed) [to be|to|for]
    will be
""")
_CHANGES_IN = meanings(
    {
        "amend": f"""
            [the|an|a] (amendments|amendment|changes|change|additions|addition) [{_MADE}] (to|in|into)
            [the] (amendments|changes) and (additions|supplements|amendments) [{_MADE}] (to|in|into)
        """,
        "repeal": "[the] (exclusion|deletion|removal) of",
        "replace": "[the] [new] (wording|edition) of",
    }
)

_BY = phrases("""
    [in accordance|in compliance|in conformity|in line] with
    by [virtue of|means of]
    (introduced|made|entered|inserted) [by|in accordance with|pursuant to|under]
    according to
    (pursuant to|under|on the basis of|on the grounds of|as per|due to|of|through)
""")
_REPUBLIC = (
    "[of the republic of kazakhstan|of republic of kazakhstan|of the rk|of rk|of the rok|of kazakhstan|rk]"
)
_HEADS = meanings(
    {
        "law": f"""
            [the|a] [constitutional] (law|laws|code|codes) {_REPUBLIC}
            [the|a] (rk|rok|kazakhstan) (law|laws|code)
        """,
        "issued": """
            [the|a|an] (decree|decrees|edict|edicts|resolution|resolutions|ordinance|regulation)
            [the|a|an] (order|orders|decision|decisions)
        """,
        "joint": """
            [the|a] joint (order|orders|decree|resolution|decision)
        """,
    }
)
_DATED = phrases("""
    [as] dated
    (of|as of|from|on)
    dd [.]
""")
_JOINS = phrases("""
    ;
    ,
    and
    ; and
    , and
    as well as
    ; as well as
    , as well as
""")

_SCOPE = phrases("""
    [throughout|through|in|over|across|within|by|on] [the|its] (whole|entire|full|all) [of the] text
    (throughout|through|across|in) [the] text
    throughout the (law|code|act|document)
    text
""")
_WORDS = "(word|words|figure|figures|number|numbers|phrase|phrases|abbreviation|term|terms|expression)"
_SUBSTITUTED = SubstitutionForms(
    scope=_SCOPE,
    noun=phrases(f"[the] {_WORDS}"),
    verbs=meanings(
        {
            "substitute": "(substituted|replaced|changed|superseded)",
            "supplement": "(supplemented|added|complemented)",
            "repeal": "(excluded|deleted|removed|omitted)",
        }
    ),
    with_words=phrases("[by|with|for|to|into] [the]"),
    small=words("after respectively accordingly correspondingly the , -"),
    behind=phrases("after [the]"),
    everywhere=phrases("in all [its|the] (contexts|context|cases|forms)"),
)

ENGLISH = Language(
    code="en",
    marker=_MARKER,
    verbs=_VERBS,
    helpers=_HELPERS,
    to_come=_TO_COME,
    leads=words("in into to at"),
    changes_in=_CHANGES_IN,
    by=_BY,
    heads=_HEADS,
    dated=_DATED,
    tails=meanings({}),
    joins=_JOINS,
    plurals=words("are were have"),
    object_first=False,
    take_clause=english_clause,
    take_order=english_order,
    take_places=english_places,
    take_noun=english_noun,
    substituted=_SUBSTITUTED,
)
