from mastery.levels import LADDER, Level


def test_levels_are_ordered_and_their_numbers_are_what_is_stored():
    assert [int(level) for level in LADDER] == [0, 1, 2, 3, 4]
    assert Level.NOT_STARTED < Level.ATTEMPTED < Level.FAMILIAR < Level.PROFICIENT < Level.MASTERED


def test_levels_have_the_words_and_letters_of_the_reports():
    words = ["Not started", "Attempted", "Familiar", "Proficient", "Mastered"]
    assert [level.words for level in LADDER] == words
    assert "".join(level.letter for level in LADDER) == "NAFPM"
