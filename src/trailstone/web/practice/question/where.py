"""Where a question stands: in which activity, about which skill, after and before which others."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from mastery.activities import RULES
from trailstone.content.catalogue import LessonMap, SkillMap
from trailstone.practice.sitting import Place, Sitting
from trailstone.web.addresses import course_address, question_address
from trailstone.web.components.bars import MOST_PEBBLES
from trailstone.web.practice.about import About, about, skill_name
from trailstone.web.practice.answers import state_of


@dataclass(frozen=True)
class Where:
    """One place of a sitting, seen from the pages."""

    sitting: Sitting
    place: Place

    @cached_property
    def about(self) -> About:
        """What the attempt is about."""
        return about(self.sitting)

    @property
    def number(self) -> int:
        """The question's number, from 1."""
        return self.place.position + 1

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self.sitting.places)

    @property
    def of(self) -> str:
        """Where in the activity."""
        return f"Question {self.number} of {self.count}"

    @property
    def title(self) -> str:
        """The page's title."""
        return f"{self.about.title}, {self.of.lower()}"

    @property
    def pad_key(self) -> str:
        """What the scratchpad is kept under."""
        return f"{self.sitting.id}:{self.number}"

    @cached_property
    def skill(self) -> SkillMap | None:
        """The skill asked, unless it left the course."""
        return self.about.course.skills.get(self.place.skill_id)

    @property
    def skill_name(self) -> str:
        """The name of the skill asked."""
        return skill_name(self.about.course, self.place.skill_id, self.place.slug)

    @cached_property
    def lesson(self) -> LessonMap | None:
        """The lesson of the skill asked."""
        unit = self.about.unit
        lessons = unit.lessons if unit and self.skill else ()
        return next((one for one in lessons if self.skill and one.id == self.skill.lesson_id), None)

    @property
    def article_url(self) -> str:
        """The article of that lesson; empty where there is none, and where the question must not give it away."""
        unit, lesson = self.about.unit, self.lesson
        if unit is None or lesson is None or not lesson.article_title or self.mixed:
            return ""
        return course_address("article", self.about.course.id, unit.slug, lesson.slug)

    @property
    def mixed(self) -> bool:
        """Several skills in one sitting."""
        return RULES[self.sitting.activity].mixed

    @property
    def steps(self) -> list[str]:
        """The states of the pebbles; the one on the page is "now" until it is done."""
        states = [state_of(place) for place in self.sitting.places]
        return [*states[: self.number - 1], self.own_step, *states[self.number :]]

    @property
    def own_step(self) -> str:
        """The state of this question's pebble."""
        return state_of(self.place) if self.place.done else "now"

    @property
    def as_bar(self) -> bool:
        """Too many pebbles for a row: a bar with words in their place."""
        return self.count > MOST_PEBBLES

    @property
    def percent(self) -> float:
        """How many questions are done, for the bar."""
        return 100 * sum(place.done for place in self.sitting.places) / self.count

    @property
    def done(self) -> bool:
        """The learner may go on."""
        return self.place.done

    @property
    def last(self) -> bool:
        """There is no question after this one."""
        return self.sitting.current is None

    @property
    def next_url(self) -> str:
        """Where Enter leads once the question is done."""
        current = self.sitting.current
        if current is not None:
            return question_address("question", self.sitting.id, current.position + 1)
        return reverse("bonus" if self.sitting.bonus_offered else "results", args=[self.sitting.id])
