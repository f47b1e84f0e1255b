"""The hero's picture: hills, one sun, and a trail whose gold part and cairns grow with the percent."""

from itertools import pairwise
from math import hypot

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


LAND = mark_safe(  # noqa: S308 our own constant
    """<rect width="760" height="430" fill="url(#sky)"/>
<g fill="none" stroke="#fdf6e4" stroke-opacity=".06" stroke-width="1.5"><path d="M-20 60c90-50 190-30 230 20s-10 110-90 120-150-20-160-70"/><path d="M-20 30c120-70 260-40 300 40s-30 160-140 170-180-40-190-110"/><path d="M-30-10c160-80 340-40 390 70s-60 210-200 220S-40 220-50 120"/></g>
<circle cx="548" cy="118" r="150" fill="url(#glow)"/><circle cx="548" cy="118" r="42" fill="var(--disc, #f6b93b)"/>
<path d="M300 330 392 232l30 18 66-84 34 26 34-40 30 30 66-112 30 34 24-18 54 74v180H300Z" fill="var(--ridge, #12705f)"/>
<path d="M300 330 392 232l30 18 66-84 34 26 34-40 30 30 66-112 14 16-40 96-34-14-46 60-40-18-60 70Z" fill="#fdf6e4" opacity=".05"/>
<path d="M652 70 622 121l14-5 10 13 13-12 15 11 12-8 12 9-16-25-24 0Z" fill="#fdf6e4"/><path d="M652 70l30 34 24-18 16 22-20 21-12-9-12 8-15-11-13 12-10-13-14 5Z" fill="#fdf6e4"/>
<path d="M150 352c70-24 110-76 188-80 66-4 92 34 156 24 78-12 126-76 196-72 34 2 50 10 70 20v190H150Z" fill="var(--hill-1, #0c554b)"/>
<path d="M-20 392c110-46 190-44 280-38 120 8 190-24 270-50 84-28 160-28 250-8v138H-20Z" fill="var(--hill-2, #083f38)"/>
<path d="M-20 404c170-34 330-28 480-32 120-4 220-28 330-22v84H-20Z" fill="var(--hill-3, #052f2a)"/>"""
)
SKY = mark_safe(  # noqa: S308 our own constant
    """<defs><linearGradient id="sky" x1="0" y1="0" x2=".35" y2="1"><stop offset="0" stop-color="var(--sky-1, #0a4a43)"/><stop offset=".62" stop-color="var(--sky-2, #11695d)"/><stop offset="1" stop-color="var(--sky-3, #2f8f79)"/></linearGradient>
<radialGradient id="glow"><stop offset="0" stop-color="var(--disc, #f6b93b)" stop-opacity=".5"/><stop offset="1" stop-color="var(--disc, #f6b93b)" stop-opacity="0"/></radialGradient></defs>"""
)


def trail_scene(percent: float = 0) -> SafeString:
    """``{% trail_scene 40 %}``: the picture for a ``.card.trail``; decorative, the numbers stand beside it."""
    gold = format_html(
        '<path d="{}" pathLength="100" stroke-dasharray="{} 100" stroke="var(--path, #f6b93b)" stroke-width="4.5"/>',
        PATH,
        round(percent, 1),
    )
    return format_html(
        '<svg class="scene" viewBox="0 0 760 430" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">'
        '{}{}<g fill="none" stroke-linecap="round" stroke-linejoin="round">'
        '<path d="{}" stroke="#fdf6e4" stroke-width="3" stroke-dasharray=".5 8"/>{}</g>{}{}</svg>',
        SKY,
        LAND,
        PATH,
        gold if percent > 0 else "",
        format_html_join("", '<g transform="translate({} {}) scale({})">{}</g>', _cairns(percent)),
        mark_safe(SUMMIT) if percent >= 100 else "",  # noqa: S308 our own constant
    )
