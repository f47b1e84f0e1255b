"""What a school's reports say, as JSON: ``python -m tests.durability.seen`` in a site's environment."""

import json
from datetime import date

import django

TODAY = date(2027, 3, 1)


def main():
    django.setup()
    from trailstone.content.catalogue import courses
    from trailstone.people.models import Classroom
    from trailstone.reports import queries

    seen = {}
    for room in Classroom.objects.order_by("name"):
        skills = {course.id: _skills(queries.skills(room, course, None)) for course in courses().values()}
        goals = [_goal(goal) for goal in queries.progress(room, TODAY)]
        seen[room.name] = {"skills": skills, "goals": sorted(goals, key=lambda goal: goal["title"])}
    print(json.dumps(seen, indent=1, sort_keys=True))


def _skills(report):
    """learner -> the level of each skill, with the points they add up to."""
    slugs = [column.slug for column in report.columns]
    return {
        row.name: {"points": row.points, "percent": row.percent, **dict(zip(slugs, map(int, row.levels), strict=True))}
        for row in report.rows
    }


def _goal(goal):
    """learner -> percent, points, state and the day it was reached."""
    rows = {
        row.name: [row.percent, row.points, row.possible, str(row.state), str(row.achieved_on)] for row in goal.rows
    }
    return {"title": str(goal.title), "median": goal.median, "achieved": goal.achieved, "rows": rows}


if __name__ == "__main__":
    main()
