"""Numbers as words: cardinals up to nineteen and ordinals up to twelfth, as laws and citations write them."""

from __future__ import annotations

CARDINALS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
COUNTED = CARDINALS[1 : len(ORDINALS) + 1]  # what places are counted with: "part two", "the second part"
