"""The hero's picture: hills, one sun, and a trail whose gold part and cairns grow with the percent."""

from itertools import pairwise
from math import hypot
from pathlib import Path

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

Point = tuple[float, float]
# The trail as cubic curves: start, two control points and end of each part (in the scene's 760 x 430 units).
CURVES: tuple[tuple[Point, Point, Point, Point], ...] = (
    ((322, 348), (364, 346), (388, 340), (414, 326)),
    ((414, 326), (436, 314), (460, 312), (480, 302)),
    ((480, 302), (496, 294), (504, 284), (514, 276)),
    ((514, 276), (532, 262), (554, 260), (572, 248)),
    ((572, 248), (588, 236), (592, 218), (608, 206)),
    ((608, 206), (620, 196), (634, 192), (642, 178)),
    ((642, 178), (648, 166), (646, 156), (650, 144)),
)
STATIONS = (0, 20, 40, 58, 75, 90)  # percent at which a cairn stands beside the trail
APART = 7  # percent: no station so close to the learner's own cairn
BASE, MIDDLE, TOP = (
    "M2.6 20.1c0-2.1 3.6-3.2 9-3.2 5.8 0 9.8 1.2 9.8 3.2s-4 3.1-9.6 3.1S2.6 22.2 2.6 20.1Z",
    "M5.2 13.7c0-1.9 2.7-2.9 6.8-2.9 4.2 0 6.9 1 6.9 2.8s-2.7 2.7-6.9 2.7-6.8-.8-6.8-2.6Z",
    "M7.4 8.1c0-1.6 1.8-2.4 4.6-2.4s4.6.8 4.6 2.3-1.8 2.3-4.6 2.3-4.6-.7-4.6-2.2Z",
)
STONE = f'<path d="{BASE}" fill="none" stroke="#fdf6e4" stroke-width="1.4" stroke-dasharray="2.4 2.2" opacity=".8"/>'
HERE = (
    '<ellipse cx="12" cy="20.4" rx="14" ry="5.6" fill="none" stroke="var(--path, #f6b93b)" stroke-width="1.6"/>'
    f'<path d="{BASE}{MIDDLE}" fill="#fdf6e4"/>'
)
FLAGGED = (
    f'<path d="{BASE}{MIDDLE}{TOP}" fill="#fdf6e4"/>'
    '<path d="M12 6V.9" stroke="#fdf6e4" stroke-width="1.5" stroke-linecap="round"/>'
    '<path d="M12.3.5 18.6 2.8l-6.3 2.4Z" fill="var(--disc, #f6b93b)"/>'
)
SUMMIT = (
    '<path d="M652 72V38" stroke="#fdf6e4" stroke-width="4" stroke-linecap="round"/>'
    '<path d="M654 36l34 12-34 13Z" fill="#d9532c"/>'
)


def _on_curve(curve: tuple[Point, Point, Point, Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (sum(w * point[axis] for w, point in zip(weights, curve, strict=True)) for axis in (0, 1))
    return x, y


def _along() -> list[tuple[float, Point]]:
    points = [_on_curve(curve, step / 20) for curve in CURVES for step in range(20)] + [CURVES[-1][3]]
    lengths, so_far = [0.0], 0.0
    for one, other in pairwise(points):
        so_far += hypot(other[0] - one[0], other[1] - one[1])
        lengths.append(so_far)
    return [(100 * length / so_far, point) for length, point in zip(lengths, points, strict=True)]


ALONG = _along()
PATH = f"M{CURVES[0][0][0]} {CURVES[0][0][1]}" + "".join(
    "C" + " ".join(f"{x} {y}" for x, y in curve[1:]) for curve in CURVES
)


def place(percent: float) -> Point:
    """Where on the trail the percent is, in the scene's units."""
    return next(point for at, point in ALONG if at >= min(percent, 100) - 1e-9)


def _cairn(percent: float, drawing: str) -> tuple[float, float, float, SafeString]:
    (x, y), scale = place(percent), round(1.6 - percent / 140, 2)
    return round(x - 12 * scale, 1), round(y - 20 * scale, 1), scale, mark_safe(drawing)  # noqa: S308 our own constants


def _cairns(percent: float) -> list[tuple[float, float, float, SafeString]]:
    far = [at for at in STATIONS if abs(at - percent) >= APART]
    standing = [_cairn(at, FLAGGED if at < percent else STONE) for at in far]
    return standing if percent >= 100 else [*standing, _cairn(percent, HERE)]


LAND = Path(__file__).with_name("land.svg").read_text("utf-8")


def trail_scene(percent: float = 0) -> SafeString:
    """``{% trail_scene 40 %}``: the picture for a ``.card.trail``; decorative, the numbers stand beside it."""
    gold = format_html(
        '<path d="{}" pathLength="100" stroke-dasharray="{} 100" stroke="var(--path, #f6b93b)" stroke-width="4.5"/>',
        PATH,
        round(percent, 1),
    )
    return format_html(
        '<svg class="scene" viewBox="0 0 760 430" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">'
        '{}<g fill="none" stroke-linecap="round" stroke-linejoin="round">'
        '<path d="{}" stroke="#fdf6e4" stroke-width="3" stroke-dasharray=".5 8"/>{}</g>{}{}</svg>',
        format_html(LAND, at=round(percent)),
        PATH,
        gold if percent > 0 else "",
        format_html_join("", '<g transform="translate({} {}) scale({})">{}</g>', _cairns(percent)),
        mark_safe(SUMMIT) if percent >= 100 else "",  # noqa: S308 our own constant
    )
