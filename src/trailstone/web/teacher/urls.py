"""The addresses of the teacher pages."""

from django.urls import URLPattern, path

from trailstone.web.teacher.activity import views as activity
from trailstone.web.teacher.add_learners import views as add_learners
from trailstone.web.teacher.answers import views as answers
from trailstone.web.teacher.answers_file import views as answers_file
from trailstone.web.teacher.assign import views as assign
from trailstone.web.teacher.assignment import views as assignment
from trailstone.web.teacher.assignment_print import views as assignment_print
from trailstone.web.teacher.assignment_report import views as assignment_report
from trailstone.web.teacher.assignments import views as assignments
from trailstone.web.teacher.celebrate import views as celebrate
from trailstone.web.teacher.checks import views as checks
from trailstone.web.teacher.class_overview import views as class_overview
from trailstone.web.teacher.class_settings import views as class_settings
from trailstone.web.teacher.corrections import views as corrections
from trailstone.web.teacher.dashboard import views as dashboard
from trailstone.web.teacher.data_dictionary import views as data_dictionary
from trailstone.web.teacher.edit_courses import views as edit_courses
from trailstone.web.teacher.goal import views as goal
from trailstone.web.teacher.goals import views as goals
from trailstone.web.teacher.groups import views as groups
from trailstone.web.teacher.import_roster import views as import_roster
from trailstone.web.teacher.learner_detail import assigned as learner_assigned
from trailstone.web.teacher.learner_detail import notes as learner_noted
from trailstone.web.teacher.learner_detail import views as learner_detail
from trailstone.web.teacher.login_cards import views as login_cards
from trailstone.web.teacher.mastery_report import views as mastery_report
from trailstone.web.teacher.new_class import views as new_class
from trailstone.web.teacher.new_goal import views as new_goal
from trailstone.web.teacher.opportunities import views as opportunities
from trailstone.web.teacher.placement import views as placement
from trailstone.web.teacher.plan import views as plan
from trailstone.web.teacher.preview import views as preview
from trailstone.web.teacher.problems import views as problems
from trailstone.web.teacher.question_health import views as question_health
from trailstone.web.teacher.roadmap import views as roadmap
from trailstone.web.teacher.roster import views as roster
from trailstone.web.teacher.scores import views as scores
from trailstone.web.teacher.skill_panel import views as skill_panel
from trailstone.web.teacher.skills_report import views as skills_report
from trailstone.web.teacher.starter import views as starter
from trailstone.web.teacher.why import views as why

CLASS = "teach/<uuid:class_id>/"
SKILL = f"{CLASS}skills/<int:skill_id>/"

urlpatterns: list[URLPattern] = [
    path("teach/", dashboard.dashboard, name="dashboard"),
    path("teach/new/", new_class.new_class, name="new-class"),
    path("teach/problems/", problems.problems, name="problems"),
    path("teach/problems/<uuid:problem_id>/", problems.looked, name="problem-looked"),
    path("teach/questions/", question_health.question_health, name="question-health"),
    path(f"{CLASS}starter/", starter.starter, name="starter"),
    path(CLASS, class_overview.class_overview, name="class-overview"),
    path(f"{CLASS}learners/", roster.roster, name="roster"),
    path(f"{CLASS}learners/add/", add_learners.add_learners, name="add-learners"),
    path(f"{CLASS}learners/import/", import_roster.import_roster, name="import-roster"),
    path(f"{CLASS}learners/cards/", login_cards.login_cards, name="login-cards"),
    path(f"{CLASS}learners/<uuid:learner_id>/", learner_detail.learner_detail, name="learner-detail"),
    path(
        f"{CLASS}learners/<uuid:learner_id>/assignments/",
        learner_assigned.learner_assignments,
        name="learner-assignments",
    ),
    path(f"{CLASS}learners/<uuid:learner_id>/notes/", learner_noted.learner_notes, name="learner-notes"),
    path(f"{CLASS}learners/<uuid:learner_id>/corrections/", corrections.corrections, name="corrections"),
    path(
        f"{CLASS}learners/<uuid:learner_id>/why/<uuid:attempt_id>/<int:skill_id>/",
        why.teacher_why,
        name="teacher-why",
    ),
    path(f"{CLASS}learners/<uuid:learner_id>/return/", roster.return_learner, name="return-learner"),
    path(f"{CLASS}groups/", groups.groups, name="groups"),
    path(f"{CLASS}groups/<uuid:group_id>/return/", groups.return_group, name="return-group"),
    path(f"{CLASS}learners/<uuid:learner_id>/move/<uuid:to_id>/", roster.move_learner, name="move-learner"),
    path(f"{CLASS}settings/", class_settings.class_settings, name="class-settings"),
    path(f"{CLASS}preview/", preview.preview, name="preview"),
    path(f"{CLASS}preview/<str:course_id>/", preview.preview_course, name="preview-course"),
    path(f"{CLASS}preview/<str:course_id>/<str:unit>/", preview.preview_unit, name="preview-unit"),
    path(f"{CLASS}preview/<str:course_id>/<str:unit>/<str:what>/", preview.preview_question, name="preview-question"),
    path(f"{CLASS}courses/", edit_courses.edit_courses, name="edit-courses"),
    path(f"{CLASS}placement/", placement.placement, name="placement"),
    path(f"{CLASS}goals/new/", new_goal.new_goal, name="new-goal"),
    path(f"{CLASS}roadmap/", roadmap.roadmap, name="roadmap"),
    path(f"{CLASS}plan/", plan.plan, name="plan"),
    path(f"{CLASS}goals/", goals.goals, name="goals"),
    path(f"{CLASS}goals/<uuid:goal_id>/", goal.goal, name="goal"),
    path(f"{CLASS}activity/", activity.activity_overview, name="activity"),
    path(f"{CLASS}opportunities/", opportunities.stuck, name="opportunities"),
    path(f"{CLASS}scores/", scores.class_scores, name="scores"),
    path(f"{CLASS}assignments/<uuid:assignment_id>/report/", assignment_report.report, name="assignment-report"),
    path(f"{CLASS}checks/", checks.checks, name="checks"),
    path("data-dictionary/", data_dictionary.data_dictionary, name="data-dictionary"),
    path(f"{CLASS}assignments/", assignments.assignments, name="assignments"),
    path(f"{CLASS}assignments/new/", assign.assign, name="assign"),
    path(f"{CLASS}assignments/<uuid:assignment_id>/", assignment.assignment, name="assignment"),
    path(f"{CLASS}assignments/<uuid:assignment_id>/print/", assignment_print.assignment_print, name="assignment-print"),
    path(f"{CLASS}skills/", skills_report.skills_report, name="skills-report"),
    path(f"{CLASS}mastery/", mastery_report.mastery_report, name="mastery-report"),
    path(SKILL, skill_panel.skill_panel, name="skill-panel"),
    path(f"{SKILL}slips/<slug:name>/", skill_panel.slip_answers, name="slip-answers"),
    path(f"{CLASS}learners/<uuid:learner_id>/skills/<int:skill_id>/", answers.answers, name="answers"),
    path(f"{CLASS}answers/", answers_file.answers_file, name="answers-file"),
    path(f"{CLASS}celebrate/", celebrate.celebrate_list, name="celebrate-list"),
]
