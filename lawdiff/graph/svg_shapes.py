"""The signs of the drawn matrix: each kind has its own shape, so that nothing hangs on colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from lawdiff.graph.matrix import Mark


@dataclass(frozen=True, slots=True)
class Sign:
    """A shape as the points of a polygon around (0, 0), none for a circle, and its colour."""

    points: tuple[tuple[float, float], ...]
    colour: str


def _cross(arm: float, half: float, turn: float) -> tuple[tuple[float, float], ...]:
    """A cross with arms of that length and half width, turned by that part of a full turn."""
    corners = [
        (half, -arm), (half, -half), (arm, -half), (arm, half), (half, half), (half, arm),
        (-half, arm), (-half, half), (-arm, half), (-arm, -half), (-half, -half), (-half, -arm),
    ]  # fmt: skip
    a, b = cos(2 * pi * turn), sin(2 * pi * turn)
    return tuple((round(x * a - y * b, 2), round(x * b + y * a, 2)) for x, y in corners)


# Colours that stay apart for colour-blind readers and, in this order of darkness, in grey print.
SIGNS = {
    Mark.INSERTED: Sign(_cross(5.2, 1.7, 0), "#00704e"),
    Mark.EXCLUDED: Sign(_cross(5.8, 1.5, 0.125), "#1a1a1a"),
    Mark.REWORDED: Sign(((-4.4, -4.4), (4.4, -4.4), (4.4, 4.4), (-4.4, 4.4)), "#c1440e"),
    Mark.RENUMBERED: Sign(((-4, -4.6), (1, -4.6), (5, 0), (1, 4.6), (-4, 4.6), (0, 0)), "#5b3f8c"),
    Mark.AMENDED: Sign((), "#1f5fa8"),
    Mark.SUBSTITUTED: Sign(((0, -5.6), (5.6, 0), (0, 5.6), (-5.6, 0)), "#a3295f"),
    Mark.TITLE: Sign(((-5, -1.7), (5, -1.7), (5, 1.7), (-5, 1.7)), "#6b5900"),
}
RADIUS = 4.5


def sign_svg(mark: Mark, x: float, y: float, *, hollow: bool, silent: bool, is_open: bool) -> str:
    """The sign of a mark at a place. Hollow: not certain. A line below: no footnote there names the law.
    A small ring above right: the law may have done more there."""
    sign = SIGNS[mark]
    fill = "#ffffff" if hollow else sign.colour
    look = f'fill="{fill}" stroke="{sign.colour}" stroke-width="1.2"'
    if sign.points:
        points = " ".join(f"{number(x + px)},{number(y + py)}" for px, py in sign.points)
        parts = [f'<polygon points="{points}" {look}/>']
    else:
        parts = [f'<circle cx="{number(x)}" cy="{number(y)}" r="{RADIUS}" {look}/>']
    if silent:
        below = number(y + 8.2)
        ends = f'x1="{number(x - 5)}" x2="{number(x + 5)}" y1="{below}" y2="{below}"'
        parts.append(f'<line {ends} stroke="#1a1a1a" stroke-width="1.1"/>')
    if is_open:
        centre = f'cx="{number(x + 5.4)}" cy="{number(y - 5.6)}"'
        parts.append(f'<circle {centre} r="2" fill="#ffffff" stroke="#1a1a1a" stroke-width="0.9"/>')
    return "".join(parts)


def number(value: float) -> str:
    """A coordinate with at most two decimals, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
