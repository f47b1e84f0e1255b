"""What the forms of an assignment's page do. Each may raise ``people.errors.Refused``."""

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trailstone.assignments import actions, moments, naming, things
from trailstone.assignments.actions import Work
from trailstone.assignments.models import Assignment
from trailstone.assignments.moments import Dates
from trailstone.web import chance
from trailstone.web.access import PageRequest
from trailstone.web.teacher import stale
from trailstone.web.teacher.assign.clock import Typed
from trailstone.web.teacher.changing import Told
from trailstone.web.teacher.desk import read_ids

NOTHING: Final = Typed("", "")


def _address(one: Assignment, **query: object) -> str:
    path = reverse("assignment", args=[one.classroom_id, one.pk])
    return f"{path}?{urlencode(query, doseq=True)}" if query else path


def _learners(request: PageRequest) -> list[UUID]:
    return read_ids(request.POST.getlist("learner") or request.GET.getlist("learner"))


def edit(request: PageRequest, one: Assignment) -> Told:
    """Title, instructions, things, dates, and whether all get the same questions."""
    sent = request.POST
    codes = [*sent.getlist("item"), *filter(None, [sent.get("more", "")])]
    work = Work(
        things=[things.thing_of(code) for code in codes],
        due_at=Typed.sent(sent, "due", NOTHING).moment(one.zone, "is due"),
        starts_at=Typed.sent(sent, "opens", NOTHING).moment(one.zone, "opens"),
        title=sent.get("title", ""),
        instructions=sent.get("instructions", ""),
        same_questions=sent.get("same") == "yes",
    )
    work = _same_second(one, work)
    stale.fresh(sent.get(stale.FIELD, ""), as_it_is(one), _said(work))
    actions.edit(actor=request.user, assignment=one, work=work, at=timezone.now(), rng=chance.fresh())
    return Told(_("The assignment is saved."))


def as_it_is(one: Assignment) -> list[str]:
    """What the form of an edit can change, as it is now. One query."""
    items = [naming.thing(item) for item in one.items.all()]
    return _said(Work(items, one.due_at, one.starts_at, one.title, one.instructions, one.same_questions))


def _said(work: Work) -> list[str]:
    dates = (work.starts_at.isoformat() if work.starts_at else "", work.due_at.isoformat())
    text = "\n".join(work.instructions.splitlines())
    return [work.title, text, *dates, str(work.same_questions), *(thing.code for thing in work.things)]


def _same_second(one: Assignment, work: Work) -> Work:
    """A date that was not touched keeps its seconds, which no field shows."""
    starts, due = work.starts_at, work.due_at
    if starts == one.starts_at.replace(second=0, microsecond=0):
        starts = one.starts_at
    if due == one.due_at.replace(second=0, microsecond=0):
        due = one.due_at
    return Work(work.things, due, starts, work.title, work.instructions, work.same_questions)


def publish(request: PageRequest, one: Assignment) -> Told:
    """Let the learners see a draft."""
    return Told(actions.publish(actor=request.user, assignment=one, at=timezone.now()).sentence)


def archive(request: PageRequest, one: Assignment) -> Told:
    """Put it away."""
    actions.archive(actor=request.user, assignment=one, at=timezone.now())
    to = reverse("assignments", args=[one.classroom_id])
    return Told(_("The assignment is archived. Work and levels stay."), _address(one, do="return"), to)


def bring_back(request: PageRequest, one: Assignment) -> Told:
    """Undo an archiving."""
    actions.bring_back(actor=request.user, assignment=one, at=timezone.now())
    return Told(_("The assignment is back as it was."))


def extend(request: PageRequest, one: Assignment) -> Told:
    """More time for those picked; by the address of an Undo, none any more."""
    learners = _learners(request)
    back = "less" in request.GET
    due_at = None if back else Typed.sent(request.POST, "until", NOTHING).moment(one.zone, "is due for them")
    actions.extend(actor=request.user, assignment=one, learners=learners, due_at=due_at, at=timezone.now())
    if due_at is None:
        return Told(_("They have the same time as everybody."))
    words = ngettext("%(n)d learner has until %(due)s.", "%(n)d learners have until %(due)s.", len(learners))
    undo = _address(one, do="extend", less="yes", learner=learners)
    return Told(words % {"n": len(learners), "due": moments.words(due_at, one.zone)}, undo)


def same_time(request: PageRequest, one: Assignment) -> Told:
    """Take the longer time away from those picked."""
    actions.extend(
        actor=request.user, assignment=one, learners=_learners(request), due_at=None, at=timezone.now()
    )  # fmt: skip
    return Told(_("They have the same time as everybody."))


def put_in(request: PageRequest, one: Assignment) -> Told:
    """All of it for those picked, also what they were left out of."""
    actions.put_in(actor=request.user, assignment=one, learners=_learners(request), at=timezone.now())
    return Told(_("They have all of it now."))


def remove(request: PageRequest, one: Assignment) -> Told:
    """Take it from those picked."""
    learners = _learners(request)
    actions.remove_learners(actor=request.user, assignment=one, learners=learners, at=timezone.now())
    words = ngettext(
        "It was taken from %(n)d learner. Work and levels stay.",
        "It was taken from %(n)d learners. Work and levels stay.",
        len(learners),
    )
    return Told(words % {"n": len(learners)}, _address(one, do="add", learner=learners))


def add(request: PageRequest, one: Assignment) -> Told:
    """Give it to more learners of the class."""
    learners = _learners(request)
    return Told(actions.add_learners(actor=request.user, assignment=one, learners=learners, at=timezone.now()).sentence)


def copy(request: PageRequest, one: Assignment) -> Told:
    """The same for another class, as a draft; then its page is open."""
    room = request.user.taught_classes.select_related("school").filter(pk__in=read_ids([request.POST.get("class", "")]))
    to = room.first()
    if to is None:
        raise Http404
    zone = moments.zone_of(to)
    opens, due = (Typed.sent(request.POST, name, NOTHING).moment(zone, what) for name, what in DATES)
    given = actions.copy(
        actor=request.user, assignment=one, to=to, at=timezone.now(), rng=chance.fresh(), dates=Dates(opens, due)
    )
    return Told(given.sentence, to=reverse("assignment", args=[given.class_id, given.assignment_id]))


DATES: Final = (("opens", "opens"), ("due", "is due"))
CHANGES: Final[Mapping[str, Callable[[PageRequest, Assignment], Told]]] = {
    "edit": edit,
    "publish": publish,
    "archive": archive,
    "return": bring_back,
    "extend": extend,
    "same-time": same_time,
    "put-in": put_in,
    "remove": remove,
    "add": add,
    "copy": copy,
}
