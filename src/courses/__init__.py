"""Built-in courses: what is taught in which order (maps), the questions (templates) and the articles.

`COURSES` names every course, `course_map(course_id)` gives its units, lessons and skills, `faults(course)` what is
wrong with what they build on, `templates()` the question template of each skill, `article(lesson_id)` a lesson's
text; `drafts(course_id)` and `draft_templates()` give what only authors see. Everything is read once and kept.
"""

from courses.articles import Article, Check, Drawing, Example, Prose, article, articles
from courses.discovery import draft_templates, template_of, templates
from courses.glossary import Term, glossary
from courses.maps import COURSES, Course, Lesson, Skill, Unit, course_map, drafts
from courses.prerequisites import faults

__all__ = [
    "COURSES",
    "Article",
    "Check",
    "Course",
    "Drawing",
    "Example",
    "Lesson",
    "Prose",
    "Skill",
    "Term",
    "Unit",
    "article",
    "articles",
    "course_map",
    "draft_templates",
    "drafts",
    "faults",
    "glossary",
    "template_of",
    "templates",
]
