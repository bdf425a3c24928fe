"""The numbers that new provisions take: behind the last one, or the preceding number with a hyphen (R1).

Law of 06.04.2016 No. 480-V, art. 26(7) and 27(6): excluded numbers stay, insertions get a hyphen.
"""

from __future__ import annotations

from collections.abc import Collection

from lawdiff.law.eid import EId, number_order


def number_before(number: str) -> str:
    """The number that must stand before a new one: 4 before 4-1, 4-1 before 4-2, 4 before 5, "" before 1.

    >>> number_before("14-2")
    '14-1'
    """
    head, sign, last = number.rpartition("-")
    if not last.isdigit():
        return ""
    if int(last) > 1:
        return f"{head}{sign}{int(last) - 1}"
    return head


def is_in_row(number: str, taken: Collection[str]) -> bool:
    """Whether a new number fits behind those that there are: its own neighbour, or the first of all."""
    return number_before(number) in taken or (number == "1" and not taken)


def next_number(after: str, taken: Collection[str]) -> str:
    """The number of a provision inserted right behind another one.

    >>> next_number("4", {"1", "2", "3", "4", "4-1", "5"})
    '4-2'
    """
    behind = [number for number in taken if number_order(number) > number_order(after)]
    if not behind and after.isdigit():
        return f"{int(after) + 1}"
    base = after if after.isdigit() else after.rpartition("-")[0]
    step = 1
    while f"{base}-{step}" in taken:
        step += 1
    return f"{base}-{step}"


def same_row(eid: EId, other: EId) -> bool:
    """Whether two numbers count in one row: the items of one node; all articles, all chapters of the act."""
    return eid.kind == other.kind and eid.parent == other.parent
