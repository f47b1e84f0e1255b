"""Every form of a teacher's class, filled in as it should be: what the tests of double clicks and races send."""

import re
from dataclasses import dataclass, field
from uuid import UUID

from django.urls import reverse

from tests.browser.town import EQUATIONS, TERM
from tests.trailstone.cast import FRIDAY, MONDAY
from tests.trailstone.hostile.bodies import IMPORTED, seen, units_due
from trailstone.assignments import actions as assignments
from trailstone.assignments.models import Assignment
from trailstone.goals import actions as goals
from trailstone.goals.models import Goal
from trailstone.goals.roadmap import Stage
from trailstone.people import actions as people
from trailstone.people.models import Classroom
from trailstone.practice.arranging import arrange
from trailstone.progress.corrections import set_level

DUE = {"due_day": TERM.isoformat(), "due_time": "16:00"}
CHOSEN = {"opens_day": "2027-03-08", "opens_time": "08:00"} | DUE


@dataclass(frozen=True)
class Write:
    """A form as it is sent: the name of its address, the parts of that, the fields, and what an Undo's address adds."""

    page: str
    parts: dict
    body: dict = field(default_factory=dict)
    query: str = ""

    @property
    def address(self):
        return reverse(self.page, kwargs=self.parts) + self.query

    def about(self, swap):
        """The same form with other keys in it."""

        def other(value):
            if isinstance(value, list):
                return [other(one) for one in value]
            for old, new in swap.items():
                value = UUID(str(new)) if value == old else str(value).replace(str(old), str(new))
            return value

        parts = {name: swap.get(value, value) for name, value in self.parts.items()}
        body = {str(other(name)): other(value) for name, value in self.body.items()}
        return Write(self.page, parts, body, str(other(self.query)))


def set_table(scene):
    """What some of the forms are about: a correction, an arrangement, things that were put away, a holiday."""
    cast, room = scene.town.cast, scene.town.cast.room
    teacher = scene.people["teacher"]
    about = {"actor": teacher, "classroom": room, "learner_id": cast.ben.pk, "reason": "On paper.", "at": MONDAY}
    skill = scene.town.unit.skills[5]
    about_class = {"actor": teacher, "classroom": room, "at": MONDAY}
    scene.known["correction"] = set_level(**about, skill_id=skill.id, level=2).id
    scene.known["arrangement"] = arrange(**about, kind="extra-time").id
    gone = people.make_group(**about_class, name="Gone", learners=[cast.ben.pk])
    people.remove_group(**about_class, group=gone.pk)
    scene.known["gone group"] = gone.pk
    removed = goals.set_unit_goals(**about_class, unit_ids=["tiny/two"], learners=None, due=FRIDAY)[0].goal_id
    goals.remove(actor=teacher, goal=Goal.objects.get(pk=removed), at=MONDAY)
    scene.known["gone goal"] = removed
    put_away = Assignment.objects.get(pk=scene.town.assignments["later"])
    assignments.archive(actor=teacher, assignment=put_away, at=MONDAY)
    scene.known["gone assignment"] = put_away.pk
    day = {"first": FRIDAY, "last": FRIDAY, "at": MONDAY}
    scene.known["holiday"] = goals.add_holiday(actor=teacher, name="Sports day", **day).pk
    laid = goals.lay_out(**about_class, stages=[Stage("tiny/one", "", MONDAY.date(), TERM)])
    scene.known["plan"] = laid.plan
    people.remove_learner(**about_class, learner=cast.dina.pk)
    room.enrolments.filter(learner=scene.people["suspended"]).update(joined_at=MONDAY)  # later than what was given


MARK = re.compile(r'name="(as_shown[^"]*)" value="([^"]*)"')


def shown(scene):
    """The marks that the pages send with their forms."""
    at = {"class_id": scene.town.cast.room.pk}

    def on(page):
        return dict(MARK.findall(scene.client("teacher").get(reverse(page, kwargs=at)).content.decode()))

    return {"learners": on("add-learners")["as_shown"], "dates": on("assignments")}


def writes(scene):
    """By a name: every form there is on the pages of Ben's class, as their teacher Ms Cox sends it."""
    town, cast, known = scene.town, scene.town.cast, scene.known
    room, ben, cho = cast.room.pk, str(cast.ben.pk), str(cast.cho.pk)
    other = Classroom.objects.get(name="8D").pk
    at = {"class_id": room}
    goal = at | {"goal_id": cast.room.goals.get(unit_id=EQUATIONS).pk}
    check, draft = (at | {"assignment_id": town.assignments[name]} for name in ("check", "draft"))
    put_away, late = at | {"assignment_id": known["gone assignment"]}, str(scene.people["suspended"].pk)
    marks = shown(scene)
    whose, group = at | {"learner_id": cast.ben.pk}, str(town.group)
    skill, due = str(town.unit.skills[6].id), TERM.isoformat()
    why = {"reason": "Shown on paper."}
    quiz = {"item": f"quiz|alg1|quiz:{EQUATIONS}:1"}
    test = {"item": "unit-test|alg1|unit:alg1/lines"}
    both = [str(town.assignments[name]) for name in ("check", "homework")]
    settings = {
        "name": {"name": "8Z"}, "close": {}, "open": {}, "rotate": {}, "until": {"day": due},
        "invite": {"addresses": "ina@example.org"}, "policy": {"policy": "quiz-cap"},
        "add-teacher": {"username": "mr.new"}, "remove-teacher": {"teacher": str(cast.ada.pk)},
        "hand-over": {"username": "mr.lund"}, "copy": {"name": "9B", "goals": "on", "learners": "on"}, "archive": {},
        "restore": {}, "delete": {"typed": "8B"},
    }  # fmt: skip
    year = {"year": "1", "from-tiny/two": "2027-04-01", "due-tiny/two": due} | units_due()
    found = {f"class: {do}": Write("class-settings", at, {"do": do} | body) for do, body in settings.items()}
    corrections = {
        "pardon": {"attempt": str(town.attempts["finished"])} | why, "level": {"skill": skill, "level": "1"} | why,
        "arrange": {"kind": "no-drop"} | why, "end": {"correction": str(known["arrangement"])} | why,
        "undo": {"correction": str(known["correction"])} | why,
    }  # fmt: skip
    found |= {f"correct: {do}": Write("corrections", whose, {"do": do} | body) for do, body in corrections.items()}
    roster = {"rename": {"name": "Benny"}, "nickname": {"name": "B."}, "move": {"to": str(other)}, "remove": {}}
    found |= {f"roster: {do}": Write("roster", at, {"do": do, "learner": ben} | body) for do, body in roster.items()}
    groups = {
        "make": {"name": "Back table", "learner": [ben]}, "remove": {"group": group},
        "change": {"group": group, "name": "Front", "learner": [cho]},
    }  # fmt: skip
    found |= {f"group: {do}": Write("groups", at, {"do": do} | body) for do, body in groups.items()}
    on_goal = {
        "due": {"due": due, "who": "all"}, "target": {"target": "70"}, "add": {"learner": [late]},
        "unassign": {"learner": [ben]}, "remove": {},
    }  # fmt: skip
    found |= {f"goal: {do}": Write("goal", goal, {"do": do} | body) for do, body in on_goal.items()}
    on_check = {
        "edit": quiz | CHOSEN | {"title": "New title", "same": "yes"}, "archive": {}, "remove": {"learner": [ben, cho]},
        "extend": {"learner": [ben], "until_day": due, "until_time": "16:00"}, "same-time": {"learner": [ben]},
        "copy": {"class": str(room)} | CHOSEN, "add": {"learner": [late]},
    }  # fmt: skip
    found |= {f"assignment: {do}": Write("assignment", check, {"do": do} | body) for do, body in on_check.items()}
    months = {
        "save": {"do": "save"}, "holiday-out": {"do": f"holiday-out:{known['holiday']}"},
        "holiday": {"do": "holiday", "name": "Spring", "first": "2027-04-01", "last": "2027-04-09"},
    }  # fmt: skip
    found |= {f"year: {do}": Write("roadmap", at, year | body) for do, body in months.items()}
    found |= {f"starter: {do}": Write("starter", at, {"do": do}) for do in ("dismiss", "return", "reports")}
    goal_form = {"who": "all", "due": due, "target": "70"}
    return found | {
        "goal: bring-back": Write("goal", at | {"goal_id": known["gone goal"]}, query="?do=bring-back"),
        "goal: new, course": Write("new-goal", at, goal_form | {"kind": "course", "course": "tiny"}),
        "goal: new, units": Write("new-goal", at, goal_form | {"kind": "unit", "unit": ["tiny/one", "tiny/two"]}),
        "goal: late joiners": Write("goals", at, {"learner": [late]}),
        "goal: placement": Write("placement", at, {"due": due, f"course-{ben}": "tiny", f"course-{cho}": "none"}),
        "year: undo": Write("roadmap", at, query=f"?do=undo&plan={known['plan'].replace('+', '%2B')}"),
        "courses": Write("edit-courses", at, {"course": ["tiny", "alg1"]}),
        "assign": Write("assign", at, {"do": "assign", "title": "Twice?", "same": "yes"} | test | DUE),
        "assign: chosen": Write("assign", at, {"do": "assign", f"who-{room}": "chosen", "learner": [ben]} | test | DUE),
        "assign: draft": Write("assign", at, {"do": "draft"} | test | DUE),
        "assignments: move": Write("assignments", at, {"do": "move", "days": "3", "assignment": both} | marks["dates"]),
        "assignments: archive": Write("assignments", at, {"do": "archive", "assignment": both}),
        "assignments: return": Write("assignments", at, {"do": "return", "assignment": str(known["gone assignment"])}),
        "assignments: join": Write("assignments", at, {"do": "join", "learner": [late]}),
        "assignment: publish": Write("assignment", draft, {"do": "publish"}),
        "assignment: return": Write("assignment", put_away, query="?do=return"),
        "roster: return": Write("return-learner", at | {"learner_id": cast.dina.pk}),
        "roster: move, by address": Write("move-learner", whose | {"to_id": other}),
        "group: return": Write("return-group", at | {"group_id": known["gone group"]}),
        "cards": Write("login-cards", at, {"learner": [ben]}),
        "add learners: once more": Write(
            "add-learners", at, {"do": "add", "pasted": "Ben", "same_names": "on", "as_shown": marks["learners"]}
        ),
        "add learners": Write("add-learners", at, {"do": "add", "pasted": "Ina Berg\nOle Dahl"}),
        "import": Write("import-roster", at, {"do": "import", "kept": IMPORTED, "seen": seen(town)}),
        "new class": Write("new-class", {}, {"do": "create", "name": "7Z", "courses": ["tiny"], "pasted": "Ina Berg"}),
    }
