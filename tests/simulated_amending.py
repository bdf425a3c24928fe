"""The texts of the laws of a simulated history: what each orders, in the words of amending laws."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from simulated_editions import SimulatedArticle, SimulatedLaw, Simulation

_MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
_ORDINALS = ("первую", "вторую", "третью", "четвертую", "пятую", "шестую", "седьмую", "восьмую", "девятую")
_PARTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def text_of(simulation: Simulation, law: SimulatedLaw, dash: str, chance: Random) -> str:
    """The text of one law, from what the act was before it and is after it."""
    earlier = [each for each in simulation.laws if each.order < law.order]
    before, after = simulation.state(earlier), simulation.state([*earlier, law])
    lines = [
        f"The Law of the Republic of Kazakhstan dated {law.adopted.day} {law.adopted:%B %Y} No. {law.number}",
        "",
        "Article 1. To introduce amendments and additions to the following legislative acts:",
        '1. In the Law of the Republic of Kazakhstan dated 1 December 1999 No. 50 "On Simulation":',
    ]
    orders: list[str] = []
    for number in sorted(after):
        orders += _orders(before.get(number), after[number], law, chance)
    for at, order in enumerate(orders, 1):
        lines.append(f"{at}) {order}")
    lines += ["", f"Article 2. This Law shall be enforced from {law.begins.day} {law.begins:%B %Y}.", ""]
    return "\n".join(lines).replace(" - ", f" {dash} ")


def _orders(
    before: SimulatedArticle | None, after: SimulatedArticle, law: SimulatedLaw, chance: Random
) -> Iterator[str]:
    place = f"Article {after.number}"
    if before is None:
        yield f"supplement with {place} of the following content:\n{_article(after)}"
    elif ("reword", law.number) in after.notes:
        if _texts(before) != _texts(after):
            yield f"{place} shall be stated in the following wording:\n{_article(after)}"
    elif after.loose:
        yield from _passages(before, after)
    else:
        yield from _paragraphs(before, after, chance)


def _texts(article: SimulatedArticle) -> tuple[object, ...]:
    return (tuple(article.items.items()), tuple(article.passages))


def _article(article: SimulatedArticle) -> str:
    there = [(number, words) for number, words in article.items.items() if words is not None]
    lines = [f"Article {article.number}. Title of {article.number}"]
    lines += [f"{number}. {words}" for number, words in sorted(there, key=lambda each: _order(each[0]))]
    return f'"{chr(10).join([*lines, *article.passages])}";'


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("-"))


def _paragraphs(before: SimulatedArticle, after: SimulatedArticle, chance: Random) -> Iterator[str]:
    for number in sorted(after.items, key=_order):
        place = f"paragraph {number} of Article {after.number}"
        old, new = before.items.get(number), after.items[number]
        if old == new:
            continue
        if new is None:
            if number in before.items:
                yield f"{place} shall be excluded;"
        elif old is None:
            what = f"Article {after.number} shall be supplemented by paragraph {number}"
            yield f'{what} of the following content: "{number}. {new}";'
        elif chance.random() < 0.5 and new.startswith(old):
            added = new.removeprefix(old).strip()
            yield f'{place} after the words "{old}" shall be supplemented by the words "{added}";'
        elif chance.random() < 0.5:
            yield f'in {place} the words "{old}" shall be substituted by the words "{new}";'
        else:
            yield f'{place} shall be stated in the following wording: "{number}. {new}";'


def _passages(before: SimulatedArticle, after: SimulatedArticle) -> Iterator[str]:
    """Passages in a new wording where as many stay; else the whole article, whatever its note calls that."""
    if len(before.passages) != len(after.passages):
        yield f"Article {after.number} shall be stated in the following wording:\n{_article(after)}"
        return
    for at, (old, new) in enumerate(zip(before.passages, after.passages, strict=True)):
        if old != new:
            yield (
                f"part {_PARTS[at]} of Article {after.number} shall be stated in the following wording:"
                f' "{new}";'
            )


def russian_text_of(simulation: Simulation, law: SimulatedLaw) -> str:
    """The same law in Russian: the same places, in words that the English edition has not."""
    earlier = [each for each in simulation.laws if each.order < law.order]
    before, after = simulation.state(earlier), simulation.state([*earlier, law])
    begins = f"{law.begins.day} {_MONTHS[law.begins.month - 1]} {law.begins.year}"
    lines = [
        "Статья 1. Внести изменения в следующие законодательные акты:",
        "1. В Закон Республики Казахстан от 1 декабря 1999 года № 50 «О симуляции»:",
        *(order for number in sorted(after) for order in _in_russian(before.get(number), after[number], law)),
        f"Статья 2. Настоящий Закон вводится в действие с {begins} года.",
    ]
    return "\n".join(lines) + "\n"


def _in_russian(before: SimulatedArticle | None, after: SimulatedArticle, law: SimulatedLaw) -> Iterator[str]:
    article = f"статью {after.number}"
    if before is None:
        yield f"дополнить статьей {after.number} следующего содержания: «Статья {after.number}. Новая»;"
    elif _texts(before) == _texts(after):
        return
    elif ("reword", law.number) in after.notes or len(before.passages) != len(after.passages):
        yield f"{article} изложить в следующей редакции: «Статья {after.number}. Так»;"
    else:
        yield f"в статье {after.number}:"
        for at, (old, new) in enumerate(zip(before.passages, after.passages, strict=True)):
            if old != new:
                yield f"часть {_ORDINALS[at]} изложить в следующей редакции: «Так»;"
        for number in sorted(after.items, key=_order):
            old_words, words = before.items.get(number), after.items[number]
            if words is None and old_words is not None:
                yield f"пункт {number} исключить;"
            elif old_words is None and words is not None:
                yield f"дополнить пунктом {number} следующего содержания: «{number}. Так»;"
            elif old_words != words:
                yield f"в пункте {number} слова «так» заменить словами «иначе»;"
