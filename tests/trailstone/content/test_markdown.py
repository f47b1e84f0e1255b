"""Text of courses becomes HTML that is safe, and formulas that eyes and screen readers can read."""

import threading

import pytest

from trailstone.content.markdown import clean, formulas, prose, prose_line
from trailstone.content.spoken import spoken
from trailstone.content.tex import KATEX, RENDERER, TexError, set_together, strict_tex, tex

built = pytest.mark.skipif(not KATEX.exists(), reason="the browser parts are not built (npm run build)")


@built
def test_a_formula_has_a_drawing_for_eyes_and_mathml_for_readers():
    html = tex("3x + 5 = 26")
    assert '<span class="katex-html" aria-hidden="true">' in html
    assert "<math" in html
    assert "<mn>26</mn>" in html


@built
def test_a_broken_formula_never_breaks_a_page():
    assert "katex-error" in tex(r"\frac{1}{")


@built
@pytest.mark.parametrize("source", [r"\frac{1}{", r"\nosuchthing", r"\href{https://example.org}{x}", "é"])
def test_a_check_of_content_refuses_what_katex_warns_of(source):
    with pytest.raises(TexError):
        strict_tex(source)


@built
@pytest.mark.parametrize(
    "source",
    [r"\href{javascript:alert(1)}{x}", r"\includegraphics{x.png}", r"\htmlData{a=b}{x}", "</math><script>alert(1)"],
)
def test_tex_cannot_bring_links_images_or_html_into_a_page(source):
    html = tex(source)
    for tag in ("<a ", "<img", "<script", " data-", " href"):
        assert tag not in html


@built
def test_a_macro_that_calls_itself_ends():
    assert "katex-error" in tex(r"\def\x{\x\x}\x")


@built
def test_threads_share_one_renderer():
    sources = [f"x_{{{number}}}" for number in range(20)]
    made: dict[str, str] = {}

    def work(source):
        made[source] = tex(source, display=True)

    threads = [threading.Thread(target=work, args=(source,)) for source in sources]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [f"<mn>{source[3:-1]}</mn>" in made[source] for source in sources] == [True] * 20


@built
def test_formulas_set_together_take_one_call_and_are_the_same():
    asked = [(f"z_{{{number}}} + \\frac{{1}}{{2}}", number % 2 == 0) for number in range(6)]
    alone = [str(RENDERER.one("loose", *one)) for one in asked]
    before = RENDERER.calls
    set_together([*asked, *asked])
    assert [tex(*one) for one in asked] == alone
    assert RENDERER.calls == before + 1


@built
def test_a_broken_formula_among_others_harms_none_of_them():
    set_together([("q + 1", False), (r"\frac{1}{", False), ("q + 2", False)])
    assert "katex-error" in tex(r"\frac{1}{")
    assert "<math" in tex("q + 2")


def test_the_formulas_of_a_text_are_those_that_are_set_in_it():
    assert formulas("It is $x$, or $$y^2$$, never `$z$`; it costs $5 or $6.") == (("x", False), ("y^2", True))
    assert formulas("$$\nx^2\n$$") == (("x^2", True),)


@built
def test_dollars_hold_formulas_and_prices_do_not():
    assert prose("It is $x$.").count("<math") == 1
    assert "<math" not in prose("It costs $5 or $6.")
    assert '<div class="math-block">' in prose("$$\nx^2\n$$")


def test_html_in_a_text_is_shown_and_never_obeyed():
    assert "<script>" not in prose("<script>alert(1)</script>")
    assert "&lt;b&gt;" in prose("a <b> c")
    assert "href" not in prose("[x](javascript:alert(1))")


def test_a_table_becomes_a_table():
    assert "<td>2</td>" in prose("| a | b |\n|---|---|\n| 1 | 2 |")


def test_a_slot_is_left_for_the_player():
    assert "[[rise]]" in prose("The line goes [[rise]] by [[by]].")


def test_one_line_has_no_paragraph():
    assert prose_line("**Both** sides") == "<strong>Both</strong> sides"


def test_html_of_authors_is_cleaned_before_it_is_stored():
    given = '<p onclick="x()" style="color:red">Hi <script>x()</script><a href="javascript:x()">there</a></p>'
    assert clean(given) == '<p>Hi <a rel="noopener">there</a></p>'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"$x = \frac{26}{3}$", "x equals 26 over 3"),
        (r"$\frac{\frac{1}{2}}{x^2}$", "1 over 2 over x squared"),
        (r"$\sqrt{26} \ge -5$", "the square root of 26 is at least minus 5"),
        (r"$2^{10}$", "2 to the power of 10"),
        (r"**Take** $3x$ away", "Take 3 x away"),
        (r"$5 \text{ bags}$", "5 bags"),
    ],
)
def test_formulas_are_read_as_words(text, words):
    assert spoken(text) == words


@pytest.mark.parametrize("text", [r"$\frac{1$", "$^$", r"$\sqrt$", "${{{$"])
def test_half_a_formula_can_still_be_read_aloud(text):
    assert isinstance(spoken(text), str)
