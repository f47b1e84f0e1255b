"""The parts that pages are put together from."""

from datetime import date
from itertools import pairwise

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils.safestring import mark_safe

from trailstone.content.tex import KATEX
from trailstone.web.components.bars import goalbar, level_bars, level_share, pebbles, progress
from trailstone.web.components.due import due
from trailstone.web.components.icons import icon
from trailstone.web.components.people import avatar, initials
from trailstone.web.components.reading import CHOICES, chosen, from_cookie
from trailstone.web.components.scene import place, trail_scene
from trailstone.web.components.stones import level_change, stone, strip
from trailstone.web.styleguide import views

SUNDAY = date(2027, 5, 9)
built = pytest.mark.skipif(not KATEX.exists(), reason="the browser parts are not built (npm run build)")


def render(source, **context):
    return Template("{% load trailstone %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("level", "word"), list(enumerate(["Not started", "Attempted", "Familiar", "Proficient", "Mastered"]))
)
def test_a_stone_always_comes_with_its_word(level, word):
    html = stone(level)
    assert f"#lv{level}" in html
    assert f'<span class="vh">{word}</span>' in html


def test_what_is_kept_of_a_safe_name_is_not_taken_for_an_unsafe_one():
    assert "a&b" in icon("flag", label=mark_safe("a&b"))
    assert "a&amp;b" in icon("flag", label="a&b")
    assert "a&amp;b" in strip([{"name": "a&b", "level": 1, "href": "/a"}])


def test_a_scratchpad_is_kept_under_the_key_of_its_page_and_nothing_of_it_is_obeyed():
    assert 'key="7:1"' in render("{% scratchpad key %}", key="7:1")
    assert 'key="&quot;&gt;&lt;b&gt;"' in render("{% scratchpad key %}", key='"><b>')


def test_a_strip_names_every_stone_and_rings_the_current_one():
    stones = [{"name": "Brackets", "level": 3, "href": "/a"}, {"name": "Two-step", "level": 2, "href": "/b"}]
    html = strip([*stones, {"name": "Unit test", "kind": "unit_test"}], here="Two-step")
    assert "Brackets: Proficient" in html
    assert '<a class="here" href="/b"' in html
    assert "#i-mountain" in html
    assert html.count("here") == 1


def test_names_in_components_cannot_bring_html():
    evil = "<script>"
    for html in (
        strip([{"name": evil, "level": 1, "href": "/"}]),
        avatar(evil),
        icon("flag", label=evil),
        stone(1, evil),
    ):
        assert evil not in html


def test_a_change_of_level_is_said_in_words():
    assert "Familiar, now Proficient" in level_change(2, 3)


def test_progress_is_said_in_words():
    assert 'aria-label="43 percent"' in progress(43.2)
    assert "40 percent mastered, the goal is 80 percent" in goalbar(40, 80)


def test_pebbles_tell_their_state_by_sign_and_word():
    html = pebbles(["ok", {"state": "retry", "href": "/3"}, "miss", "now", "todo"])
    for words in ("1: right", "2: right after another try", "3: not yet", "4: you are here", "5: to do"):
        assert words in html
    assert html.count('aria-current="step"') == 1
    assert '<a href="/3">' in html


def test_many_pebbles_become_a_bar_with_a_number():
    assert "Question 12 of 30" in pebbles(["ok"] * 11 + ["now"] + ["todo"] * 18)
    assert "Question 30 of 30" in pebbles(["ok"] * 30)


def test_counts_per_level_are_there_as_numbers():
    assert "<b>8</b>" in level_bars((1, 5, 8, 4, 0))
    assert "1 Not started, 5 Attempted, 8 Familiar, 4 Proficient, 0 Mastered" in level_share((1, 5, 8, 4, 0))
    assert level_share((0, 0, 0, 0, 0))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 5, 3), "was due 3 May"),
        (SUNDAY, "due today"),
        (date(2027, 5, 10), "due tomorrow"),
        (date(2027, 5, 14), "due Friday"),
        (date(2027, 5, 16), "by 16 May"),
        (date(2028, 1, 2), "by 2 January 2028"),
        (None, ""),
    ],
)
def test_dates_are_said_as_people_say_them(day, words):
    assert due(day, SUNDAY) == words


@pytest.mark.parametrize(
    ("name", "letters"), [("Amina Karimi", "AK"), ("Cho", "C"), ("Jan van der Berg", "JB"), ("", "?")]
)
def test_initials_are_of_the_first_and_the_last_word(name, letters):
    assert initials(name) == letters


def test_a_name_keeps_its_tint():
    assert avatar("Ben Adeyemi") == avatar("Ben Adeyemi")


def test_the_trail_climbs_with_the_percent():
    heights = [place(percent)[1] for percent in range(0, 101, 5)]
    assert all(after < before for before, after in pairwise(heights))


def test_the_flag_stands_on_the_summit_only_at_the_end():
    flag = 'fill="#d9532c"'
    assert flag not in trail_scene(99)
    assert flag in trail_scene(100)
    assert 'stroke-dasharray="40 100"' in trail_scene(40)


def test_only_known_reading_settings_are_taken():
    assert chosen({"theme": "dark", "text": 150, "font": "wingdings", "school": "x"}) == {
        "theme": "dark",
        "text": "150",
    }
    assert from_cookie("%7B%22theme%22%3A%22contrast%22%7D") == {"theme": "contrast"}
    assert from_cookie("no json") == from_cookie("[1]") == {}
    assert set(CHOICES) == {"theme", "text", "font", "spacing", "motion", "keys"}


class ClassForm(forms.Form):
    name = forms.CharField(label="Name", help_text="Learners see it.")
    pace = forms.ChoiceField(label="Pace", choices=[("a", "Gentle")], widget=forms.RadioSelect, required=False)


def test_a_field_is_tied_to_its_help_and_its_error():
    html = render("{% field form.name %}{% error_summary form %}", form=ClassForm({}))
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'href="#id_name"' in html


def test_a_form_that_is_fine_has_no_summary():
    assert not render("{% error_summary form %}", form=ClassForm({"name": "8B"})).strip()


def test_choices_are_one_group_with_a_legend():
    html = render("{% field form.pace %}", form=ClassForm())
    assert "<legend>Pace</legend>" in html
    assert '<label for="id_pace_0">' in html


def test_an_empty_place_offers_one_thing_to_do():
    html = render('{% empty "flag" "No goal yet" "Soon." href="/x" action="Start" %}')
    assert '<a class="btn" href="/x">Start</a>' in html


@built
@pytest.mark.parametrize("page", ["page", "player", "auth", "cards", "done", "lost"])
def test_the_style_page_shows_every_frame(page, settings, rf: RequestFactory):
    settings.DEBUG = True
    settings.ROOT_URLCONF = "trailstone.web.styleguide.urls"
    html = views.styleguide(rf.get("/styleguide/"), page).content.decode()
    assert "<h1" in html
    assert "<script>" not in html
    assert " onclick" not in html
    assert "<style" not in html


def test_the_style_page_is_closed_in_a_school(rf: RequestFactory):
    with pytest.raises(views.Http404):
        views.styleguide(rf.get("/styleguide/"))


@pytest.mark.parametrize("page", ["403.html", "403_csrf.html", "404.html", "500.html", "503.html", "base/offline.html"])
def test_an_error_page_needs_nothing_and_shows_one_way_on(page, settings):
    settings.ROOT_URLCONF = "trailstone.web.styleguide.urls"
    html = get_template(page).render()
    assert html.count("<h1") == 1
    assert html.count('<a class="btn"') == 1


def test_a_message_with_an_address_can_be_undone():
    html = get_template("components/toast.html").render({"text": "Assigned.", "undo": "/undo/3/"})
    assert '<form method="post" action="/undo/3/">' in html


def test_a_person_finds_their_name_and_the_way_out_in_the_menu(settings):
    settings.ROOT_URLCONF = "trailstone.web.styleguide.urls"
    person = {"is_authenticated": True, "name": "Amina Karimi"}
    html = get_template("base/base.html").render({"user": person, "nav": {"role": "Learner"}})
    assert "<strong>Amina Karimi</strong>" in html
    assert "Sign out" in html
