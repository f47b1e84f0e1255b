"""A learner at the player: what is asked now, typing an answer into its fields, and sending it."""

import re
from uuid import UUID

from playwright.sync_api import expect

from tests.trailstone.cast import PASSWORD
from tests.trailstone.practising import wrong
from trailstone.practice import queries

ATTEMPT = re.compile(r"/practice/([0-9a-f-]{36})/")


def sign_in(page, username):
    """Through the door, as anybody would."""
    page.goto("/")
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def alive(page):
    """Comes back when the page's own elements do what they are for: their scripts come after the page."""
    expect(page.locator(":not(:defined)")).to_have_count(0)


def attempt_in(page):
    """The id of the attempt that the page shows."""
    return UUID(ATTEMPT.search(page.url)[1])


def asked(page, learner):
    """The question the learner is at, from the log."""
    return queries.sitting(learner, attempt_in(page)).current


def fill(page, response):
    """Put an answer into the fields of the question, whatever their kind."""
    for name, values in response.items():
        for value in [values] if isinstance(values, str) else values:
            _fill(page.locator(f"#answer [name={name}]"), value)


def _fill(field, value):
    kind = field.first.evaluate("one => one.type")
    if kind in ("radio", "checkbox"):
        field.and_(field.page.locator(f"[value={value}]")).check()
    elif kind == "select-one":
        field.select_option(value)
    else:
        field.fill(value)


def check(page):
    page.locator("#check").click()


def answer_wrong(page, learner):
    """A wrong answer, by the button; comes back when the page says so."""
    fill(page, wrong(asked(page, learner)))
    check(page)
    expect(page.locator("#verdict")).to_have_class(re.compile("retry"))


def right_here(page, place):
    """A right answer in the fields that the page has: a pair may be one or two."""
    names = set(page.locator("#answer [name]").evaluate_all("all => all.map((one) => one.name)"))
    return next(response for response in place.question.answer.examples() if response.keys() <= names)


def answer_right(page, learner):
    """A right answer, by the button; comes back when the page offers to go on."""
    fill(page, right_here(page, asked(page, learner)))
    check(page)
    expect(page.locator("#go-on")).to_be_visible()


def go_on(page):
    """From a question that is done to the next one, or to what comes after the last."""
    before = page.url
    page.locator("#go-on").click()
    page.wait_for_url(lambda url: url != before)
    expect(page.locator("#go-on")).to_be_hidden()  # the address changes a moment before the page does


def finish(page, learner, marks):
    """Answer the rest: True right at once, False wrong and then right; ends where the player ends."""
    for mark in marks:
        if not mark:
            answer_wrong(page, learner)
        answer_right(page, learner)
        go_on(page)


def keys_for(page, response):
    """Give an answer with keys alone, from the field that has the focus on; leaves it where Enter checks."""
    for number, (name, values) in enumerate(response.items()):
        for value in [values] if isinstance(values, str) else values:
            field = page.locator(f"#answer [name={name}]")
            _by_keys(page, field, value, first=number == 0)
    if page.locator("#answer select").count():
        page.locator("#check").press("Shift")  # a list opens on Enter; the button is where a reader goes next


def _by_keys(page, field, value, *, first):
    kind = field.first.evaluate("one => one.type")
    wanted = field.and_(page.locator(f"[value='{value}']")) if kind in ("radio", "checkbox") else field
    step = "ArrowDown" if kind == "radio" else "Tab"
    walk_to(page, wanted, step)
    if kind == "select-one":
        page.keyboard.type(value)
        expect(field).to_have_value(value)
    elif kind == "text":
        page.keyboard.type(value)
    elif not wanted.is_checked():
        page.keyboard.press("Space")


def walk_to(page, wanted, key="Tab", most=60):
    """Press a key until ``wanted`` has the focus."""
    for _ in range(most):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{most} times {key} did not lead to {wanted}")
