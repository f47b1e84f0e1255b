"""Every screen of the site: the name of its address, who sees it, and how its address is made."""

from dataclasses import dataclass
from itertools import chain

from django.urls import URLResolver, get_resolver, reverse

from tests.browser.town import EQUATIONS, FOUNDATIONS

LIST = "id,name\n1,Benjamin Ade\n2,Cho\n3,Ina Berg\n"
NAMES = "Ana Lima\nBo Ek\n\nAna Lima"


@dataclass(frozen=True)
class Screen:
    """``who``: a name of the town or of its cast, or "nobody". ``args(town)`` go into the address, ``query`` after it.

    ``act(page)`` brings the page, once it is there, into the state meant; ``at`` is the name of the address that it
    starts from, where that is another one.
    """

    name: str
    who: str
    state: str = ""
    args: object = lambda town: []
    query: str = ""
    act: object = None
    at: str = ""

    def __str__(self):
        return f"{self.name}, {self.state}" if self.state else self.name

    @property
    def refused(self):
        """Whether the screen is a form that came back."""
        return "refused" in self.state

    def address(self, town):
        return reverse(self.at or self.name, args=self.args(town)) + self.query


def room(town):
    return [town.cast.room.pk]


def empty(town):
    return [town.empty.pk]


def small(town):
    return [town.small.pk]


def press(name, then):
    """An act: press a button; ``then`` (a selector) is what comes of it."""

    def act(page):
        page.get_by_role("button", name=name).click()
        page.locator(then).first.wait_for()

    return act


def refused(name):
    """An act: send the form as it stands, past the browser's own checks, and get it back with what is wrong."""

    def act(page):
        button = page.get_by_role("button", name=name)
        button.evaluate("one => { one.form.noValidate = true }")
        with page.expect_response(lambda reply: reply.request.method == "POST") as sent:
            button.click()
        assert sent.value.status == 422
        page.locator(".error-summary").wait_for()

    return act


def no_folder(page):
    page.get_by_label("Folder for the backups").fill("stick")
    refused("Take this folder")(page)


def paste_names(page):
    page.get_by_label("Names, one on each line").fill(NAMES)
    page.locator("#look").get_by_text("Bo Ek").wait_for()


def import_list(text, status=200):
    """An act: paste a list that is the whole class, and look what it would change."""

    def act(page):
        page.get_by_label("Or paste the list").fill(text)
        page.get_by_label("This is the whole class").check()
        with page.expect_response(lambda reply: reply.request.method == "POST") as sent:
            page.get_by_role("button", name="Look what would change").click()
        assert sent.value.status == status
        page.locator("#look-h").wait_for()

    return act


def change_note(page):
    page.get_by_role("link", name="Change the note").click()
    page.get_by_label("Your note").wait_for()


def row_of(link):
    """An act: open the menu of the first learner, and take a link of it."""

    def act(page):
        page.locator(".roster details summary").first.click()
        page.get_by_role("link", name=link).first.click()
        page.get_by_role("link", name="Leave it").wait_for()

    return act


def change_group(page):
    page.get_by_role("link", name="Change Front table").click()
    page.get_by_role("button", name="Save the group").wait_for()


def look_at_class(page):
    page.get_by_label("Name of the class").fill("8C")
    page.get_by_label("Algebra 1").check()
    page.get_by_label("Learners, one name").fill(NAMES)
    page.get_by_role("button", name="Look at the class").click()
    page.get_by_role("heading", name="8C: is this right?").wait_for()


def slug(unit_id):
    return unit_id.rpartition("/")[2]


def skill_of(town, number=0):
    return town.unit.skills[number]


def attempt(name):
    return lambda town: [town.attempts[name]]


def question(name, number):
    return lambda town: [town.attempts[name], number]


def assigned(name):
    return lambda town: [town.assignments[name]]


def aim(who, unit=FOUNDATIONS):
    return lambda town: [getattr(town.cast, who).aims.get(goal__unit_id=unit).pk]


def goal(town):
    return [*room(town), town.cast.room.goals.get(unit=None).pk]


ENTRANCE = [
    Screen("sign-in", "nobody"),
    Screen("sign-in", "nobody", "refused", act=refused("Sign in")),
    Screen("join", "nobody"),
    Screen("join", "nobody", "refused", act=refused("Find my class")),
    Screen("join-code", "nobody", "for a newcomer", lambda town: [town.cast.room.code]),
    Screen("join-code", "finn", "signed in", lambda town: [town.cast.room.code]),
    Screen("account", "ben"),
    Screen("account", "ada", "of a teacher"),
    Screen("account", "ada", "password refused", act=refused("Change the password")),
    Screen("new-password", "gita"),
    Screen("teachers", "ada"),
    Screen("office", "ada"),
    Screen("office", "ada", "folder refused", act=no_folder),
]
LEARNER = [
    Screen("learner-home", "ben"),
    Screen("learner-home", "cho", "goal just reached"),
    Screen("learner-home", "finn", "without a class"),
    Screen("my-progress", "ben"),
    Screen("my-progress", "finn", "with nothing done"),
    Screen("class-page", "ben", args=room),
    Screen("class-page", "cho", "goal just reached", room),
    Screen("class-page", "dina", "goal celebrated", room),
    Screen("class-page", "eli", "without a goal", lambda town: [town.cast.other.pk]),
    Screen("my-assignments", "ben"),
    Screen("my-assignments", "ben", "past, none", query="?tab=past"),
    Screen("my-assignments", "finn", "nothing due"),
    Screen("my-assignment", "ben", args=assigned("check")),
    Screen("my-assignment", "ben", "late", assigned("homework")),
    Screen("courses", "ben"),
    Screen("course", "ben", args=lambda town: ["alg1"]),
    Screen("course", "finn", "without a class", lambda town: ["alg1"]),
    Screen("unit", "ben", args=lambda town: ["alg1", slug(EQUATIONS)]),
    Screen("unit", "dina", "mastered", lambda town: ["alg1", slug(FOUNDATIONS)]),
    Screen("article", "ben", args=lambda town: ["alg1", slug(EQUATIONS), town.unit.lessons[0].slug]),
    Screen("glossary", "ben", args=lambda town: ["alg1"]),
    Screen("celebration", "dina", "again", aim("dina")),
    Screen("celebration", "cho", "for the first time", aim("cho")),
]
PRACTICE = [
    Screen("start-exercise", "ben", "resume", lambda t: ["alg1", slug(FOUNDATIONS), t.skill_of(FOUNDATIONS, 1)]),
    Screen("start-exercise", "ben", args=lambda t: ["alg1", slug(EQUATIONS), t.skill_of(EQUATIONS, 0)]),
    Screen("start-assigned", "ben", args=lambda town: [*assigned("check")(town), town.items["check"]]),
    Screen("start-quiz", "dina", args=lambda town: ["alg1", slug(EQUATIONS), 1]),
    Screen("start-unit-test", "dina", args=lambda town: ["alg1", slug(EQUATIONS)]),
    Screen("start-course-challenge", "dina", args=lambda town: ["alg1"]),
    Screen("start-mastery-challenge", "dina", args=lambda town: ["alg1"]),
    Screen("start-mastery-challenge", "finn", "closed", lambda town: ["alg1"]),
    Screen("question", "ben", "done", question("open", 1)),
    Screen("question", "ben", "waiting", question("open", 2)),
    Screen("question", "ben", "left, the answer told", question("test", 1)),
    Screen("question", "ben", "of a unit test", question("test", 2)),
    Screen("problem", "ben", args=question("open", 2)),
    Screen("problem", "ben", "refused", question("open", 2), act=refused("Send")),
    Screen("bonus", "ben", args=attempt("bonus")),
    Screen("results", "ben", "of an exercise", attempt("finished")),
    Screen("results", "ben", "of a quiz", attempt("mixed")),
    Screen("review", "ben", args=attempt("mixed")),
    Screen("why", "ben", args=lambda town: [town.attempts["finished"], skill_of(town).id]),
]
TEACHER = [
    Screen("dashboard", "ada"),
    Screen("dashboard", "mr_new", "without a class"),
    Screen("new-class", "ada"),
    Screen("new-class", "ada", "refused", act=refused("Look at the class")),
    Screen("new-class", "ada", "a look", act=look_at_class),
    Screen("class-overview", "ada", args=room),
    Screen("class-overview", "ada", "empty", empty),
    Screen("edit-courses", "ada", args=room),
    Screen(
        "edit-courses",
        "ada",
        "empty, one added",
        empty,
        act=press("Add Algebra 1", then="#c-alg1"),
    ),
    Screen("placement", "ada", args=room),
    Screen("placement", "ada", "without a course", empty),
    Screen("new-goal", "ada", "course", room, "?kind=course&course=alg1"),
    Screen("new-goal", "ada", "units", room, f"?kind=unit&unit={EQUATIONS}"),
    Screen("new-goal", "ada", "refused", room, "?kind=unit", act=refused("Create unit goals")),
    Screen("goals", "ada", "course", room, "?kind=course"),
    Screen("goals", "ada", "units", room, "?kind=unit"),
    Screen("goals", "ada", "none", empty),
    Screen("goal", "ada", args=goal),
    Screen("roadmap", "ada", args=room),
    Screen("roadmap", "ada", "refused", room, act=refused("Move the rest, too")),
    Screen("roadmap", "ada", "without a course", empty),
    Screen("plan", "ada", args=room),
    Screen("assignments", "ada", args=room),
    Screen("assignments", "ada", "archived, none", room, "?show=archived"),
    Screen("assignments", "ada", "none", empty),
    Screen("assign", "ada", args=room, query=f"?unit={EQUATIONS}"),
    Screen("assign", "ada", "found", room, "?find=equations"),
    Screen("assign", "ada", "refused", room, act=refused("Assign to")),
    Screen("assign", "ada", "without a course", empty),
    Screen("assignment", "ada", args=lambda town: [*room(town), *assigned("check")(town)]),
    Screen("assignment", "ada", "past due", lambda town: [*room(town), *assigned("homework")(town)]),
    Screen("assignment-print", "ada", args=lambda town: [*room(town), *assigned("check")(town)]),
    Screen("skills-report", "ada", args=room, query=f"?unit={EQUATIONS}"),
    Screen("skills-report", "ada", "all units", room, "?unit=all"),
    Screen("skills-report", "ada", "without a course", empty),
    Screen("mastery-report", "ada", args=room),
    Screen("activity", "ada", args=room),
    Screen("activity", "ada", "own dates, refused", room, "?days=own&from=2027-03-02&to=2027-02-01"),
    Screen("activity", "ada", "empty class", empty),
    Screen("opportunities", "ada", args=room),
    Screen("opportunities", "ada", "without a course", empty),
    Screen("learner-detail", "ada", "everything tried", lambda town: [*room(town), town.cast.ben.pk], "?tab=work"),
    Screen("scores", "ada", args=room),
    Screen("scores", "ada", "nothing assigned", empty),
    Screen("assignment-report", "ada", args=lambda town: [*room(town), *assigned("homework")(town)]),
    Screen(
        "assignment-report",
        "ada",
        "one learner's answers",
        lambda town: [*room(town), *assigned("check")(town)],
        act=lambda page: page.locator(".whohas a").first.click(),
    ),
    Screen("checks", "ada", args=room),
    Screen("checks", "ada", "none finished", empty),
    Screen("data-dictionary", "ada"),
    Screen("data-dictionary", "nobody", "without an account"),
    Screen("mastery-report", "ada", "without a course", empty),
    Screen("skill-panel", "ada", args=lambda town: [*room(town), skill_of(town, 1).id]),
    Screen("slip-answers", "ada", args=lambda town: [*room(town), *town.slip]),
    Screen("answers", "ada", args=lambda town: [*room(town), town.cast.ben.pk, skill_of(town, 1).id]),
    Screen("celebrate-list", "ada", args=room),
    Screen("question-health", "ada", query=f"?unit={EQUATIONS}"),
    Screen("question-health", "ada", "nothing flagged", query="?only=flagged"),
    Screen("problems", "ada"),
    Screen("problems", "ada", "looked at, none", query="?show=done"),
    Screen("roster", "ada", args=room),
    Screen("roster", "ada", "empty", empty),
    Screen("roster", "ada", "a nickname", room, act=row_of("What we call them")),
    Screen("roster", "ada", "moving", room, act=row_of("Move to another class")),
    Screen("import-roster", "ada", args=room),
    Screen("import-roster", "ada", "a look", room, act=import_list(LIST)),
    Screen("import-roster", "ada", "rows refused", room, act=import_list("name,id\nIna,1\nKai,1\n=x,3\n", status=422)),
    Screen("import-roster", "ada", "refused", room, act=refused("Look what would change")),
    Screen("groups", "ada", args=room),
    Screen("groups", "ada", "one open", room, act=change_group),
    Screen("groups", "ada", "none", empty),
    Screen("groups", "ada", "refused", small, act=refused("Make the group")),
    Screen("add-learners", "ada", args=room),
    Screen("add-learners", "ada", "a look", room, act=paste_names),
    Screen(
        "login-cards",
        "ada",
        at="roster",
        args=lambda town: [town.small.pk],
        act=press("New cards for everybody", then=".logincard"),
    ),
    Screen("learner-detail", "ada", args=lambda town: [*room(town), town.cast.ben.pk]),
    Screen("learner-assignments", "ada", args=lambda town: [*room(town), town.cast.ben.pk]),
    Screen("learner-assignments", "ada", "none", args=lambda town: [*small(town), town.small.learners.get().pk]),
    Screen("learner-notes", "ada", args=lambda town: [*room(town), town.cast.ben.pk]),
    Screen("learner-notes", "ada", "none", args=lambda town: [*room(town), town.pia.pk]),
    Screen("learner-notes", "ada", "one open", lambda town: [*room(town), town.cast.ben.pk], act=change_note),
    Screen(
        "learner-notes", "ada", "refused", lambda town: [*room(town), town.cast.ben.pk], act=refused("Keep the note")
    ),
    Screen("preview", "ada", args=room),
    Screen("preview", "ada", "without a course", empty),
    Screen("preview-course", "ada", args=lambda town: [*room(town), "alg1"]),
    Screen("preview-unit", "ada", args=lambda town: [*room(town), "alg1", "equations"]),
    Screen("preview-question", "ada", args=lambda town: [*room(town), "alg1", "equations", slug(skill_of(town).slug)]),
    Screen(
        "preview-question",
        "ada",
        "with its answer",
        lambda town: [*room(town), "alg1", "equations", "unit-test"],
        "?answers=on",
    ),
    Screen("corrections", "ada", args=lambda town: [*room(town), town.cast.ben.pk]),
    Screen("corrections", "ada", "refused", lambda town: [*room(town), town.cast.ben.pk], act=refused("Set the level")),
    Screen("corrections", "ada", "with nothing done", lambda town: [*room(town), town.pia.pk]),
    Screen(
        "teacher-why",
        "ada",
        args=lambda town: [*room(town), town.cast.ben.pk, town.attempts["finished"], skill_of(town).id],
    ),
    Screen("learner-detail", "ada", "with nothing done", lambda town: [*room(town), town.pia.pk]),
    Screen("class-settings", "ada", args=room),
    Screen("answers-file", "ada", args=room),
    Screen("author-preview-list", "ada"),
    Screen("author-preview", "ada", args=lambda town: [skill_of(town).slug]),
]
LEADER = [
    Screen("school", "ada"),
    Screen("school-class", "ada", args=lambda town: [town.cast.other.pk]),
    Screen("district", "reach"),
    Screen("district-school", "reach", args=lambda town: [1]),
]
SCREENS = [*ENTRANCE, *LEARNER, *PRACTICE, *TEACHER, *LEADER]
ON_ITS_OWN = {"first-run"}  # seen before there is a school: a test of its own
NO_SCREEN = {  # names whose address shows no page: they lead on, or take what a page sends
    *("home", "attempt", "continue-goal"),
    *("sign-out", "reading", "healthz", "readyz", "metrics", "office-backup"),
    *(
        "answer",
        "hint",
        "solution",
        "skip",
        "restart",
        "return-learner",
        "move-learner",
        "return-group",
        "problem-looked",
        "starter",
    ),
}


def names(resolver=None):
    """The name of every address of the site but those of the API."""
    patterns = (resolver or get_resolver("trailstone.urls")).url_patterns
    ours = (one for one in patterns if getattr(one, "namespace", None) is None)
    return set(chain.from_iterable(names(one) if isinstance(one, URLResolver) else [one.name] for one in ours))
