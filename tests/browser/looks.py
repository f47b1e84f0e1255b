"""The ways a screen is looked at: a school's laptop and a phone, light and dark; and axe, which looks for barriers."""

from pathlib import Path

DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
THEMES = ("light", "dark")
TAGS = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice")
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
COLOURS = ("color-contrast", "link-in-text-block")  # the rules that another theme can break
RUN_AXE = "async (only) => (await axe.run({ runOnly: only, resultTypes: ['violations'] })).violations"
SIDEWAYS = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"


def wear(page, theme):
    """Show ``page`` in a theme, as the reader's setting would; without the moment of fading in between."""
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)


def both_themes(page):
    """For each theme, light first: the page wears it, and its name comes out."""
    for theme in THEMES:
        wear(page, theme)
        yield theme


def every_look(page):
    """For desk and phone, light and dark: the page looks so, and the look's name comes out."""
    for name, size in (("desk", DESK), ("phone", PHONE)):
        page.set_viewport_size(size)
        for theme in both_themes(page):
            assert page.evaluate(SIDEWAYS) <= 0, f"{name}, {theme}: the page scrolls sideways"
            yield f"{name}, {theme}"


def barriers(page, *, only=TAGS):
    """What axe finds on the page as it is now: one line for each element, with the rule and how to put it right.

    ``only``: the kinds of rules, or ``COLOURS`` alone.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"() => {{ {AXE.read_text()} }}")
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]}\n    {node['failureSummary']}\n    {rule['helpUrl']}"
        for rule in page.evaluate(RUN_AXE, list(only))
        for node in rule["nodes"]
    ]


def barriers_everywhere(page):
    """What axe finds at the desk and on a phone, light and dark, each with the name of the look; and that nothing
    scrolls sideways, down to 320 px. A theme changes colours only, so the dark looks are asked about colours only."""
    found = [
        f"[{name}] {barrier}"
        for name in every_look(page)
        for barrier in barriers(page, only=COLOURS if name.endswith("dark") else TAGS)
    ]
    page.set_viewport_size(NARROW)
    assert page.evaluate(SIDEWAYS) <= 0, "at 320 px the page scrolls sideways"
    return found
