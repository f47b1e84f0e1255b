import csv
import io
from datetime import date

import pytest

from tests.trailstone.cast import TODAY, set_unit
from tests.trailstone.goals.test_setting import place, set_units
from trailstone.reports import export, queries
from trailstone.reports.arrange import PROGRESS, SKILLS, arranged
from trailstone.reports.sheets.goals import GOALS_SHEET, PROGRESS_SHEET
from trailstone.reports.sheets.levels import skills_table


def read(text):
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


@pytest.mark.parametrize("sign", list("=+-@\t\r\n＝＋－＠"))
def test_a_cell_that_a_spreadsheet_could_run_is_made_harmless(school, sign):
    school.ben.name = f'{sign}HYPERLINK("http://evil","Ben")'
    school.ben.save()
    set_units(school, "tiny/one")
    (report,) = queries.progress(school.room, TODAY)
    cells = [row[0] for row in read(export.text(PROGRESS_SHEET.table(report.rows)))]
    assert f"'{school.ben.name}" in cells
    assert not any(cell.startswith(sign) for cell in cells)


def test_numbers_stay_numbers_and_dates_are_iso():
    assert [export.neutral(cell) for cell in (-3, 0, None, date(2027, 5, 8), "Ben", "")] == [
        -3, 0, "", "2027-05-08", "Ben", "",
    ]  # fmt: skip


def test_the_progress_file_has_the_rows_of_the_screen_in_its_order(school):
    set_units(school, "tiny/one")
    set_unit(school.cho, "tiny/one", 3, 3, 3)
    (report,) = queries.progress(school.room, TODAY)
    rows = arranged(report.rows, PROGRESS, sort="percent", down=True)
    head, *body = read(export.text(PROGRESS_SHEET.table(rows)))
    assert head == [column.name for column in PROGRESS_SHEET.columns]
    assert body[0] == ["Cho", "cho", "80", "240", "300", "80", "Achieved", "2027-03-05", "2027-03-01", ""]
    assert [row[0] for row in body] == [row.name for row in rows] == ["Cho", "Ben", "Dina"]


def test_the_goals_file_has_a_row_for_each_goal(school):
    place(school)
    set_units(school, "tiny/one")
    head, *body = read(export.text(GOALS_SHEET.table(queries.progress(school.room, TODAY))))
    assert [row[:3] for row in body] == [["Tiny", "course", "Tiny"], ["Unit one", "unit", "Tiny"]]
    assert all(len(row) == len(head) for row in body)


def test_the_skills_file_says_levels_in_words(school):
    set_unit(school.ben, "tiny/one", 4, 3, 1)
    report = queries.skills(school.room, school.tiny, "tiny/one")
    head, first, *_ = read(export.text(skills_table(report, arranged(report.rows, SKILLS))))
    assert head == ["Learner", "User name", "Percent", "Skill one 1", "Skill one 2", "Skill one 3"]
    assert first == ["Ben", "ben", "60", "Mastered", "Proficient", "Attempted"]


def test_the_file_is_utf_8_with_a_mark_and_quotes_what_needs_it(school):
    text = export.text(export.Table("x", ("Näme",), [('Ben "B", x',), ("two\nlines",)]))
    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert read(text) == [["Näme"], ['Ben "B", x'], ["two\nlines"]]
