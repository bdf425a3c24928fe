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
    return number == "1" or number_before(number) in taken


def next_number(after: str, taken: Collection[str]) -> str:
    """The number of a provision added behind another one, or behind those already added there.

    >>> next_number("4", {"1", "2", "3", "4", "4-1", "5"}), next_number("47-3", {"47-3", "47-4"})
    ('4-2', '47-3-1')
    """
    head, _, last = after.rpartition("-")
    following = f"{head}-{int(last) + 1}" if head else f"{int(last) + 1}"
    is_last = not any(number_order(number) > number_order(after) for number in taken)
    if following not in taken and (is_last or head):
        return following
    step = 1
    while f"{after}-{step}" in taken:
        step += 1
    return f"{after}-{step}"


def same_row(eid: EId, other: EId) -> bool:
    """Whether two numbers count in one row: the items of one node; all articles, all chapters of the act."""
    return eid.kind == other.kind and eid.parent == other.parent
