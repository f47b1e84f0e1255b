"""The gaps that a test showed, a line for each skill. Written here and not in a template, as the cells of the big
tables are: a course has 164 skills, and a class misses most of them."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from trailstone.reports.strengths import Result, SkillResult


def gap_lines(gaps: Iterable[SkillResult], panel: str, assign: str) -> SafeString:
    """A line for each gap: the skill, right of asked, who missed it. ``panel``: the skill's address with ``{skill}`` in
    it; ``assign``: where practice is given, "" where none can be."""
    return SafeString("".join([_line(gap, panel, assign) for gap in gaps]))


def _line(gap: SkillResult, panel: str, assign: str) -> SafeString:
    where = urlencode({"course": gap.skill.course_id, "unit": gap.skill.unit_id}, safe="/")
    return format_html(
        '<li><a href="{}?{}"><strong>{}</strong></a> <span class="muted nowrap">{}/{}{}</span>: {}{}</li>',
        panel.replace("{skill}", str(gap.skill.id)),
        where,
        gap.skill.name,
        gap.result.right,
        gap.result.asked,
        _change(gap.result),
        ", ".join([name for _key, name in gap.missed]),
        _give(gap, assign) if assign else "",
    )


def _change(result: Result) -> str:
    return "" if result.change is None else f" ({result.before}% → {result.percent}%)"


def _give(gap: SkillResult, assign: str) -> SafeString:
    words = ngettext(
        'Assign to 1<span class="vh"> learner: %(name)s</span>',
        'Assign to %(n)s<span class="vh"> learners: %(name)s</span>',
        len(gap.missed),
    )
    who = "".join([f"&learner={key}" for key, _name in gap.missed])
    said = format_html(
        words.replace("%(n)s", "{n}").replace("%(name)s", "{name}"), n=len(gap.missed), name=gap.skill.name
    )
    return format_html(' <a class="noprint nowrap" href="{}?skill={}{}">{}</a>', assign, gap.skill.id, who, said)
