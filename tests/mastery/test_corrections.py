from hypothesis import strategies as st

from mastery import POLICIES, Activity, Level, Outcome
from mastery.accommodations import TERMS, Accommodation, fewer, named
from mastery.corrections import LevelSet, Weighed, levels_after, move, retold
from mastery.levels import LADDER
from mastery.selection import question_count
from tests.mastery.laws import law, long_law

ATTEMPTS = range(12)
SKILLS = range(3)
weighed = st.builds(
    Weighed, st.sampled_from(ATTEMPTS), st.sampled_from(SKILLS), st.sampled_from(Outcome),
    st.sampled_from(list(POLICIES.values())),
)  # fmt: skip
level_set = st.builds(LevelSet, st.just("correction"), st.sampled_from(SKILLS), st.sampled_from(LADDER))
stories = st.lists(st.one_of(weighed, level_set), max_size=30)
pardons = st.frozensets(st.sampled_from(ATTEMPTS))
RIGHT = {Outcome.MIXED_RIGHT, Outcome.QUIZ_RIGHT}


def without(story, pardoned):
    return [fact for fact in story if isinstance(fact, LevelSet) or fact.attempt not in pardoned]


@law(stories, pardons)
def test_step_by_step_equals_the_retelling(story, pardoned):
    levels = dict.fromkeys(SKILLS, Level.NOT_STARTED)
    for fact in story:
        is_pardoned = isinstance(fact, Weighed) and fact.attempt in pardoned
        levels[fact.skill] = move(levels[fact.skill], fact, pardoned=is_pardoned).after
    ends = levels_after(retold(story, pardoned))
    assert {skill: ends.get(skill, Level.NOT_STARTED) for skill in SKILLS} == levels


@law(stories, pardons)
def test_a_pardoned_attempt_leaves_no_trace(story, pardoned):
    told = [one for one in retold(story, pardoned) if not one.pardoned]
    assert told == list(retold(without(story, pardoned)))


@law(stories, pardons)
def test_a_pardoned_attempt_moves_nothing_and_is_still_told(story, pardoned):
    told = list(retold(story, pardoned))
    assert [one.fact for one in told] == story
    assert all(one.before is one.after for one in told if one.pardoned)


@law(stories, pardons)
def test_undoing_a_pardon_gives_the_levels_from_before_it(story, pardoned):
    assert list(retold(story, pardoned - pardoned)) == list(retold(story))


@law(stories, pardons)
def test_each_move_begins_where_the_one_before_ended(story, pardoned):
    levels = dict.fromkeys(SKILLS, Level.NOT_STARTED)
    for one in retold(story, pardoned):
        assert one.before is levels[one.fact.skill]
        levels[one.fact.skill] = one.after


@law(stories, st.sampled_from(SKILLS), st.sampled_from(LADDER))
def test_a_level_that_was_set_is_where_the_next_attempt_goes_on_from(story, skill, level):
    after = Weighed("next", skill, Outcome.EXERCISE_GOOD, POLICIES["standard"])
    *_, told = retold([*story, LevelSet("c", skill, level), after])
    assert told.before is level


def reached_mastered(story, pardoned):
    return [one for one in retold(story, pardoned) if one.before < one.after is Level.MASTERED]


def mastered_was_earned_or_set(story, pardoned):
    return all(
        isinstance(one.fact, LevelSet) or (one.before is Level.PROFICIENT and one.fact.outcome in RIGHT)
        for one in reached_mastered(story, pardoned)
    )


@law(stories, pardons)
def test_mastered_comes_from_mixed_work_or_from_a_teacher_who_set_it(story, pardoned):
    assert mastered_was_earned_or_set(story, pardoned)


@long_law(stories, pardons)
def test_in_50_000_stories_mastered_is_earned_or_set(story, pardoned):
    assert mastered_was_earned_or_set(story, pardoned)


@law(st.sampled_from(Activity), st.integers(1, 60))
def test_fewer_questions_are_never_none_and_never_more(activity, count):
    assert 1 <= fewer(activity, count) <= count


def test_fewer_questions_is_what_the_words_say():
    usual = {activity: question_count(activity, 12, fewer=True) for activity in Activity}
    assert usual == {
        Activity.EXERCISE: 4, Activity.QUIZ: 3, Activity.UNIT_TEST: 5, Activity.COURSE_CHALLENGE: 15,
        Activity.MASTERY_CHALLENGE: 6,
    }  # fmt: skip
    assert question_count(Activity.EXERCISE, 1, 7, fewer=True) == 4


def test_three_of_four_stays_good_with_fewer_questions():
    asked = fewer(Activity.EXERCISE, 7)
    assert Outcome.exercise(asked - 1, asked) is Outcome.EXERCISE_GOOD


def test_every_arrangement_says_what_it_changes():
    assert set(TERMS) == set(Accommodation)
    assert all(terms.changes.endswith(".") for terms in TERMS.values())


def test_arrangements_are_read_back_as_they_were_written():
    assert named(" ".join(Accommodation)) == set(Accommodation)
    assert named("") == frozenset()
