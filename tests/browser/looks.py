"""The ways a screen is looked at: a school's laptop and a phone, light and dark; and axe, which looks for barriers."""

from pathlib import Path

DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
THEMES = ("light", "dark")
TAGS = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice")
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RUN_AXE = "async (tags) => (await axe.run({ runOnly: tags, resultTypes: ['violations'] })).violations"
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


def barriers(page):
    """What axe finds on the page as it is now: one line for each element, with the rule and how to put it right."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"() => {{ {AXE.read_text()} }}")
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]}\n    {node['failureSummary']}\n    {rule['helpUrl']}"
        for rule in page.evaluate(RUN_AXE, list(TAGS))
        for node in rule["nodes"]
    ]
