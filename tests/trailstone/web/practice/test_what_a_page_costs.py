"""What a page of the player asks of the machine, counted: calls of KaTeX, and templates read."""

import uuid

import pytest
from django.test.signals import template_rendered

from tests.trailstone.practising import wrong
from trailstone.content import markdown
from trailstone.content.markdown import formulas
from trailstone.content.tex import KATEX, RENDERER, _kept

pytestmark = pytest.mark.django_db
built = pytest.mark.skipif(not KATEX.exists(), reason="the browser parts are not built (npm run build)")


@pytest.fixture
def calls():
    """How often KaTeX was called since; nothing is kept from before."""
    for kept in (markdown.prose, markdown.prose_line):
        kept.cache_clear()
    _kept.clear()
    before = RENDERER.calls
    return lambda: RENDERER.calls - before


def rendered(act):
    """The names of the templates that were rendered meanwhile."""
    names = []

    def note(sender, template, **_):
        names.append(template.name)

    template_rendered.connect(note)
    act()
    template_rendered.disconnect(note)
    return names


@built
def test_a_question_nobody_has_seen_calls_katex_once(scripted, quiz, calls):
    scripted.see("question", quiz, 1)
    assert calls() <= 1


@built
def test_the_reply_to_an_answer_with_its_worked_answer_calls_katex_once(scripted, quiz, calls):
    scripted.right(quiz)
    assert calls() <= 1


@built
def test_a_question_somebody_has_seen_calls_katex_no_more(scripted, exercise, calls):
    scripted.see("question", exercise, 1)
    before = calls()
    scripted.see("question", exercise, 1)
    assert calls() == before


@built
def test_what_is_set_before_a_question_is_done_has_nothing_of_its_worked_answer(scripted, quiz, calls):
    scripted.see("question", quiz, 1)
    asked = scripted.sitting(quiz).current.question
    shown = {one for text in (asked.prompt, asked.after) for one in formulas(text)} | {(asked.before, False)}
    assert set(_kept) <= shown


def test_the_parts_that_all_pages_share_are_rendered_once(scripted, exercise):
    scripted.see("question", exercise, 1)
    names = rendered(lambda: scripted.see("question", exercise, 1))
    shared = {"base/reading.html", "components/pad.html", "components/say.html", "base/keys.html"}
    assert not shared & set(names)
    assert len(names) < 12


def test_an_answer_sent_again_after_another_one_shows_the_last(scripted, exercise):
    key, place = uuid.uuid4(), scripted.sitting(exercise).current
    scripted.answer(exercise, wrong(place), key=key)
    scripted.do("answer", exercise, 1, client_key=uuid.uuid4(), value="12345")
    again = scripted.answer(exercise, wrong(place), key=key, number=1).content.decode()
    assert 'value="12345"' in again
    assert "12345" in again.split('id="format"')[1][:2_000]


def test_the_form_of_a_kept_part_carries_the_token_of_its_own_page(plain, other):
    tokens = set()
    for one in (plain, other, plain):
        page = one.see("courses").content.decode()
        token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
        assert page.count(token) > 1  # in the head of the page too
        tokens.add(token)
    assert len(tokens) == 3
