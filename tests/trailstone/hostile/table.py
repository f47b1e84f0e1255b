"""Who may do what: every address with GET and POST. PUT and DELETE are nobody's.

ok 200 | to 302 to another page | in 302 to the sign-in page | out 401 | no 404 | -- 405 | bad 422, with a sentence.
In capitals: and something is written. What is not one's own is "no", never a word more.
Columns: see ``scene.Scene``. Everything asked for is Ben's or his class's; *archived* asks for their own old class.
"""

from tests.trailstone.hostile.scene import ACTORS

TABLE = """
                        | GET                                 | POST
                        | -   BEN  mat els TEA str OWN sus arc| -   BEN mat els TEA str OWN sus arc
api:openapi-json        | ok  ok  ok  ok  ok  ok  ok  ok  ok  | ok  ok  ok  ok  ok  ok  ok  ok  ok
api:me                  | out ok  ok  ok  ok  ok  ok  out ok  | --  --  --  --  --  --  --  --  --
api:my_classes          | out ok  ok  ok  ok  ok  ok  out ok  | --  --  --  --  --  --  --  --  --
api:my_goals            | out ok  ok  ok  ok  ok  ok  out ok  | --  --  --  --  --  --  --  --  --
api:my_assignments      | out ok  ok  ok  ok  ok  ok  out ok  | --  --  --  --  --  --  --  --  --
api:begin_assigned      | --  --  --  --  --  --  --  --  --  | out OK  OK  no  no  no  no  out no
api:all_courses         | out ok  ok  ok  ok  ok  ok  out ok  | --  --  --  --  --  --  --  --  --
api:one_course          | out ok  ok  ok  ok  ok  ok  out ok  | --  --  --  --  --  --  --  --  --
api:begin_attempt       | --  --  --  --  --  --  --  --  --  | out OK  OK  OK  OK  OK  OK  out OK
api:attempt             | out ok  no  no  no  no  no  out no  | --  --  --  --  --  --  --  --  --
api:answer              | --  --  --  --  --  --  --  --  --  | out OK  no  no  no  no  no  out no
api:hint                | --  --  --  --  --  --  --  --  --  | out OK  no  no  no  no  no  out no
api:solution            | --  --  --  --  --  --  --  --  --  | out bad no  no  no  no  no  out no
api:skip                | --  --  --  --  --  --  --  --  --  | out OK  no  no  no  no  no  out no
api:bonus               | --  --  --  --  --  --  --  --  --  | out OK  no  no  no  no  no  out no
api:finish              | --  --  --  --  --  --  --  --  --  | out OK  no  no  no  no  no  out no
api:restart             | --  --  --  --  --  --  --  --  --  | out OK  no  no  no  no  no  out no
api:classes             | out ok  ok  ok  ok  ok  ok  out ok  | --  --  --  --  --  --  --  --  --
api:progress            | out no  no  no  ok  no  no  out no  | --  --  --  --  --  --  --  --  --
api:skills              | out no  no  no  ok  no  no  out no  | --  --  --  --  --  --  --  --  --
api:api-root            | no  no  no  no  no  no  no  no  no  | no  no  no  no  no  no  no  no  no
question-health         | no  no  no  no  no  no  ok  no  no  | --  --  --  --  --  --  --  --  --
author-preview-list     | no  no  no  no  no  no  ok  no  no  | --  --  --  --  --  --  --  --  --
author-preview          | no  no  no  no  no  no  ok  no  no  | --  --  --  --  --  --  --  --  --
home                    | in  to  to  to  to  to  to  in  to  | --  --  --  --  --  --  --  --  --
first-run               | no  no  no  no  no  no  no  no  no  | no  no  no  no  no  no  no  no  no
sign-in                 | ok  to  to  to  to  to  to  ok  to  | TO  to  to  to  to  to  to  TO  to
sign-out                | --  --  --  --  --  --  --  --  --  | in  in  in  in  in  in  in  in  in
join                    | ok  ok  ok  ok  ok  ok  ok  ok  ok  | to  to  to  to  to  to  to  to  to
join-code               | ok  ok  ok  ok  ok  ok  ok  ok  no  | TO  to  to  TO  bad bad bad TO  no
account                 | in  ok  ok  ok  ok  ok  ok  in  ok  | in  TO  TO  TO  TO  TO  TO  in  TO
new-password            | in  ok  ok  ok  ok  ok  ok  in  ok  | in  TO  TO  TO  TO  TO  TO  in  TO
teachers                | in  no  no  no  no  no  ok  in  no  | in  no  no  no  no  no  TO  in  no
reading                 | --  --  --  --  --  --  --  --  --  | to  TO  TO  TO  TO  TO  TO  to  TO
healthz                 | ok  ok  ok  ok  ok  ok  ok  ok  ok  | --  --  --  --  --  --  --  --  --
readyz                  | ok  ok  ok  ok  ok  ok  ok  ok  ok  | --  --  --  --  --  --  --  --  --
metrics                 | ok  ok  ok  ok  ok  ok  ok  ok  ok  | --  --  --  --  --  --  --  --  --
office                  | in  no  no  no  no  no  ok  in  no  | in  no  no  no  no  no  to  in  no
office-backup           | in  no  no  no  no  no  to  in  no  | in  no  no  no  no  no  TO  in  no
start-exercise          | in  ok  ok  ok  ok  ok  ok  in  ok  | in  TO  TO  TO  TO  TO  TO  in  TO
start-quiz              | in  ok  ok  ok  ok  ok  ok  in  ok  | in  TO  TO  TO  TO  TO  TO  in  TO
start-unit-test         | in  ok  ok  ok  ok  ok  ok  in  ok  | in  to  TO  TO  TO  TO  TO  in  TO
start-course-challenge  | in  ok  ok  ok  ok  ok  ok  in  ok  | in  TO  TO  TO  TO  TO  TO  in  TO
start-mastery-challenge | in  ok  ok  ok  ok  ok  ok  in  ok  | in  bad TO  bad bad bad bad in  bad
attempt                 | in  to  no  no  no  no  no  in  no  | --  --  --  --  --  --  --  --  --
question                | in  ok  no  no  no  no  no  in  no  | --  --  --  --  --  --  --  --  --
answer                  | in  to  to  to  to  to  to  in  to  | in  TO  no  no  no  no  no  in  no
hint                    | in  to  to  to  to  to  to  in  to  | in  TO  no  no  no  no  no  in  no
solution                | in  to  to  to  to  to  to  in  to  | in  bad no  no  no  no  no  in  no
skip                    | in  to  to  to  to  to  to  in  to  | in  TO  no  no  no  no  no  in  no
problem                 | in  ok  no  no  no  no  no  in  no  | in  TO  no  no  no  no  no  in  no
restart                 | --  --  --  --  --  --  --  --  --  | in  TO  no  no  no  no  no  in  no
bonus                   | in  ok  no  no  no  no  no  in  no  | in  TO  no  no  no  no  no  in  no
results                 | in  ok  no  no  no  no  no  in  no  | --  --  --  --  --  --  --  --  --
review                  | in  ok  no  no  no  no  no  in  no  | --  --  --  --  --  --  --  --  --
why                     | in  ok  no  no  no  no  no  in  no  | --  --  --  --  --  --  --  --  --
start-assigned          | in  ok  ok  no  no  no  no  in  no  | in  TO  TO  no  no  no  no  in  no
my-assignments          | in  ok  ok  ok  ok  ok  ok  in  ok  | in  --  --  --  --  --  --  in  --
my-assignment           | in  ok  ok  no  no  no  no  in  no  | in  --  --  --  --  --  --  in  --
learner-home            | in  ok  ok  ok  ok  ok  ok  in  ok  | in  --  --  --  --  --  --  in  --
my-progress             | in  ok  ok  ok  ok  ok  ok  in  ok  | in  --  --  --  --  --  --  in  --
class-page              | in  ok  ok  no  no  no  no  in  no  | in  --  --  --  --  --  --  in  --
courses                 | in  ok  ok  ok  ok  ok  ok  in  ok  | in  --  --  --  --  --  --  in  --
course                  | in  ok  ok  ok  ok  ok  ok  in  ok  | in  --  --  --  --  --  --  in  --
unit                    | in  ok  ok  ok  ok  ok  ok  in  ok  | in  --  --  --  --  --  --  in  --
glossary                | in  ok  ok  ok  ok  ok  ok  in  ok  | --  --  --  --  --  --  --  --  --
article                 | in  ok  ok  ok  ok  ok  ok  in  ok  | in  TO  TO  TO  TO  TO  TO  in  TO
continue-goal           | in  to  no  no  no  no  no  in  no  | in  --  --  --  --  --  --  in  --
celebration             | in  to  no  no  no  no  no  in  no  | in  to  no  no  no  no  no  in  no
dashboard               | in  no  no  no  ok  ok  ok  in  no  | in  no  no  no  TO  TO  to  in  no
new-class               | in  no  no  no  ok  ok  ok  in  no  | in  no  no  no  OK  OK  OK  in  no
class-overview          | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
roster                  | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
add-learners            | in  no  no  no  ok  no  no  in  no  | in  no  no  no  OK  no  no  in  no
import-roster           | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
login-cards             | --  --  --  --  --  --  --  --  --  | in  no  no  no  OK  no  no  in  no
learner-detail          | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
learner-assignments     | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
learner-notes           | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
corrections             | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
teacher-why             | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
return-learner          | --  --  --  --  --  --  --  --  --  | in  no  no  no  TO  no  no  in  no
move-learner            | --  --  --  --  --  --  --  --  --  | in  no  no  no  TO  no  no  in  no
groups                  | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
return-group            | --  --  --  --  --  --  --  --  --  | in  no  no  no  TO  no  no  in  no
class-settings          | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
preview                 | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
preview-course          | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
preview-unit            | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
preview-question        | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
edit-courses            | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
placement               | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
new-goal                | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
starter                 | --  --  --  --  --  --  --  --  --  | in  no  no  no  TO  no  no  in  no
roadmap                 | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
plan                    | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
goals                   | in  no  no  no  ok  no  no  in  no  | in  no  no  no  to  no  no  in  no
goal                    | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
activity                | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
opportunities           | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
scores                  | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
assignment-report       | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
checks                  | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
data-dictionary         | ok  ok  ok  ok  ok  ok  ok  ok  ok  | --  --  --  --  --  --  --  --  --
assignments             | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
assign                  | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
assignment              | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
assignment-print        | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
skills-report           | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
mastery-report          | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
skill-panel             | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
slip-answers            | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
answers                 | in  no  no  no  ok  no  no  in  no  | --  --  --  --  --  --  --  --  --
answers-file            | in  no  no  no  ok  no  no  in  no  | in  no  no  no  ok  no  no  in  no
problems                | in  no  no  no  ok  ok  ok  in  no  | --  --  --  --  --  --  --  --  --
problem-looked          | --  --  --  --  --  --  --  --  --  | in  no  no  no  TO  no  TO  in  no
celebrate-list          | in  no  no  no  ok  no  no  in  no  | in  no  no  no  TO  no  no  in  no
school                  | in  no  no  no  no  no  ok  in  no  | --  --  --  --  --  --  --  --  --
school-class            | in  no  no  no  no  no  ok  in  no  | --  --  --  --  --  --  --  --  --
district                | in  no  no  no  no  no  no  in  no  | --  --  --  --  --  --  --  --  --
district-school         | in  no  no  no  no  no  no  in  no  | --  --  --  --  --  --  --  --  --
"""


def expected():
    """By the name of the address: its nine words for GET, and for POST."""
    lines = (line.split("|") for line in TABLE.strip().splitlines()[2:])
    return {name.strip(): {"get": get.split(), "post": post.split()} for name, get, post in lines}


def who_may(name, method):
    """The first actor whom the table lets in, or None."""
    row = zip(ACTORS, expected()[name][method], strict=True)
    return next((actor for actor, cell in row if cell.lower() in {"ok", "to"}), None)
