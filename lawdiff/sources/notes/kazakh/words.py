"""The words of Kazakh notes: "Ескерту. 7-бапқа өзгеріс енгізілді - ҚР 2010.11.23 N 354-IV (...) Заңымен"."""

from __future__ import annotations

from lawdiff.sources.notes.kazakh.clauses import kazakh_clause, kazakh_order
from lawdiff.sources.notes.kazakh.places import kazakh_noun, kazakh_places
from lawdiff.sources.notes.language import Language, SubstitutionForms
from lawdiff.sources.notes.lexicon import meanings, phrases, words

_MARKER = meanings(
    {
        "note": """
            (ескерту|ескертпе|ескертулер) [.|:]
        """,
        "announce": """
            (зқаи|рқао|рқаи) [-] [ның|нiң|нің] (ескертпесі|ескертпесi|ескертуі) [!|.|:]
        """,
    }
)

_CHANGE = "(өзгеріс|өзгерту|өзгерістер|өзгертулер|толықтыру|толықтырулар|өзгерiс|өзгерiстер)"
_MADE = "(енгізілді|енгiзiлдi|енгізілген|енгiзiлген|енгізу|енгізілетін)"
_WITH = "(мен|пен|бен|және)"
_VERBS = meanings(
    {
        "replace": """
            # 1-бап жаңа редакцияда - ҚР ... Заңымен
            [жаңа] редакцияда [жазылды|жазылған|берілді|жазу|баяндалды]
        """,
        "amend": f"""
            # 4-бапқа өзгеріс енгізілді; өзгерістер мен толықтырулар енгізілді
            {_CHANGE} {_MADE}
            {_CHANGE} {_WITH} {_CHANGE} {_MADE}
            (өзгертілді|өзгертiлдi)
        """,
        "supplement": """
            # Заң 16-1-баппен толықтырылды
            (толықтырылды|толықтырылған|толықтыру)
        """,
        "add": """
            (қосылды|енгізілді)
        """,
        "repeal": """
            # 42-бап алып тасталды; Күші жойылды
            (алып|алынып|шығарып) (тасталды|тасталған|тастау|тасталсын|тасталынды)
            (күші|күшi) (жойылды|жойылған|жойылсын)
            (күшін|күшiн) (жойды|жойған|жояды)
        """,
        "lapse": """
            # 1-1) тармақша 2013.01.01 бастап күшін жояды
            бастап (күшін|күшiн) (жояды|жойды)
            дейін қолданыста (болады|болды)
            дейін (қолданылады|қолданылды)
        """,
    }
)
_TO_COME = phrases("(көзделген|көзделді|көзделуде|көзделеді|болжанған)")

_HEADS = meanings(
    {
        "issued": """
            қр [конституциялық]
            [қазақстан] республикасының [конституциялық]
            қазақстан республикасы
        """,
    }
)
_TAILS = meanings(
    {
        "law": """
    [конституциялық] (заңымен|заңдарымен|заңына сәйкес|заңдарына сәйкес|заңы|заңының|заңдары)
    заң күші бар (жарлығымен|жарлықтарымен)
    (кодексімен|кодекстерімен|кодексіне сәйкес|жарлығымен|жарлықтарымен)
    (қаулысымен|қаулыларымен|шешімімен|шешімдерімен|бұйрығымен|бұйрықтарымен)
        """,
        "joint": "бірлескен (бұйрығымен|қаулысымен|шешімімен)",
    }
)
_JOINS = phrases("""
    ;
    ,
    және
    ; және
    , және
""")

_SUBSTITUTED = SubstitutionForms(
    scope=phrases("""
        [бүкіл|барлық] мәтін бойынша
        [заңның] [бүкіл|барлық] мәтіні бойынша
        мәтіндегі
    """),
    noun=phrases("[деген] (сөз|сөздер|сөзі|сөздері|цифрлар|цифр|аббревиатура)"),
    verbs=meanings(
        {
            "substitute": "(ауыстырылды|алмастырылды|ауыстырылған)",
            "supplement": "толықтырылды",
            "repeal": "(алып|алынып) тасталды",
        }
    ),
    with_words=phrases("[деген] (сөзбен|сөздермен|сөзімен|сөздерімен|цифрлармен|цифрмен)"),
    small=words("тиісінше , -"),
    behind=phrases(""),
    everywhere=phrases(""),
    verb_last=True,
)

KAZAKH = Language(
    code="kk",
    marker=_MARKER,
    verbs=_VERBS,
    helpers=words("болып"),
    to_come=_TO_COME,
    leads=words(""),
    changes_in=meanings({}),
    by=phrases(""),
    heads=_HEADS,
    dated=phrases(""),
    tails=_TAILS,
    joins=_JOINS,
    plurals=words(""),
    object_first=True,
    take_clause=kazakh_clause,
    take_order=kazakh_order,
    take_places=kazakh_places,
    take_noun=kazakh_noun,
    substituted=_SUBSTITUTED,
)
