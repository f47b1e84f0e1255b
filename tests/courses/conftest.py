import json
from functools import cache
from pathlib import Path

import pytest
from py_mini_racer import MiniRacer

ROOT = Path(__file__).parents[2]
PLACES = ("src/trailstone/web/static/vendor/katex/katex.min.js", "node_modules/katex/dist/katex.min.js")


@pytest.fixture(scope="session")
def strict_tex():
    """Renders TeX as the site does, and raises where KaTeX would warn."""
    found = [ROOT / place for place in PLACES if (ROOT / place).exists()]
    if not found:
        pytest.fail("KaTeX is not there; `make dev` fetches the browser parts")
    racer = MiniRacer()
    racer.eval(found[0].read_text("utf-8"))

    @cache
    def render(tex):
        return racer.eval(f'katex.renderToString({json.dumps(tex)}, {{throwOnError: true, strict: "error"}})')

    return render
