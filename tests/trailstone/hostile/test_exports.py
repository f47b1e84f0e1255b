"""H34: whatever people are called and whatever they answer, no cell of any file is a formula or a link."""

import csv
import io
import shutil
import subprocess
import zipfile
from xml.etree import ElementTree

import pytest

from tests.browser.town import LAST_WEEK
from tests.trailstone.hostile.payloads import FORMULAS
from tests.trailstone.hostile.scene import ACTORS, ask
from tests.trailstone.hostile.table import expected
from tests.trailstone.practising import give
from tests.trailstone.reports.test_workbook import PAYLOADS
from trailstone.assignments.models import Assignment
from trailstone.content.catalogue import CATALOGUE
from trailstone.content.models import Course, Skill, Unit
from trailstone.people.models import Classroom, Enrolment, Group, School, User
from trailstone.practice import queries, start
from trailstone.practice.models import Answer
from trailstone.reports import export
from trailstone.reports.dictionary import SHEETS
from trailstone.reports.export import Table
from trailstone.reports.export.cells import FORMULA

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TEXT_ONLY = {"answers"}  # the keys of files that are CSV alone: longer than a worksheet may be
NAMED = (
    (School, "name"), (Classroom, "name"), (User, "name"), (Group, "name"), (Enrolment, "nickname"),
    (Assignment, "title"), (Course, "title"), (Unit, "title"), (Skill, "name"),
)  # fmt: skip
OFFICE = shutil.which("soffice")


@pytest.fixture
def formulas(scene):
    """Everything that has a name is called a formula, and every answer is one. Cho has finished a unit test."""
    town = scene.town
    attempt = start.start_unit_test(**town.about(town.cast.cho), unit=town.unit)
    left = [place for place in queries.sitting(town.cast.cho, attempt).places if not place.done]
    give(town.cast.cho, attempt, [True] * len(left), at=LAST_WEEK)
    for model, field in NAMED:
        rows = list(model.objects.all())
        for number, row in enumerate(rows):
            setattr(row, field, f"{FORMULAS[number % len(FORMULAS)]} {number}")
        model.objects.bulk_update(rows, [field])
    given = list(Answer.objects.filter(kind="answer"))
    for number, answer in enumerate(given):
        text = FORMULAS[number % len(FORMULAS)]
        answer.response = {name: [text] if name == "choices" else text for name in answer.response}
    Answer.objects.bulk_update(given, ["response"])
    CATALOGUE.forget()
    yield scene
    CATALOGUE.forget()


def files(scene, kind):
    """Every file of that kind which the town's people can take: the title of its report -> (address, bytes)."""
    district = scene.client("nobody")
    district.force_login(scene.town.reach)
    asked = [
        (name, scene.client(actor))
        for name, row in expected().items()
        for actor in ("teacher", "owner")
        if row["get"][ACTORS.index(actor)] == "ok" and not name.startswith("api:")
    ]
    asked += [(name, district) for name in ("district", "district-school")]
    found = {}
    for name, client in asked:
        for query in QUERIES.get(name, ({},)):
            reply, _ = ask(client, "get", scene.address(name), query | {"format": kind})
            if reply.headers.get("Content-Disposition", "").endswith(f'.{kind}"'):
                found[name, *query.values()] = reply.content
    return found


QUERIES = {"skills-report": ({}, {"unit": "all"}), "learner-detail": ({"tab": "work", "days": "30"},)}


def rows_of(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheet_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own file


def title_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        book = ElementTree.fromstring(parts.read("xl/workbook.xml"))  # noqa: S314 - our own file
    return next(book.iter(f"{MAIN}sheet")).get("name")


def runs(cell):
    """Whether a spreadsheet would take the text of a CSV cell for a formula. A plain number is none."""
    return cell.startswith(FORMULA) and not cell[1:].isdigit()


def test_there_is_a_file_for_every_sheet_of_the_dictionary(formulas):
    titles = {title_of(data) for data in files(formulas, "xlsx").values()}
    assert titles == {
        " ".join(sheet.title.replace(":", " ").split())[:26] for sheet in SHEETS if sheet.key not in TEXT_ONLY
    }


def test_no_cell_of_any_csv_file_is_a_formula(formulas):
    found = {name: [cell for row in rows_of(data) for cell in row] for name, data in files(formulas, "csv").items()}
    assert {
        name: [cell for cell in cells if runs(cell)] for name, cells in found.items() if any(map(runs, cells))
    } == {}
    assert sum(cell.startswith("'") for cells in found.values() for cell in cells) > 100  # the formulas are there


def test_the_file_of_all_answers_has_no_formula(formulas):
    client = formulas.client("teacher")
    data = b"".join(client.post(formulas.address("answers-file")))
    cells = [cell for row in rows_of(data) for cell in row]
    assert [cell for cell in cells if runs(cell)] == []
    assert sum(cell.startswith("'") for cell in cells) > 20


def test_every_text_of_any_workbook_is_typed_as_text(formulas):
    wrong = {}
    for name, data in files(formulas, "xlsx").items():
        sheet = sheet_of(data)
        odd = [one.tag for kind in ("f", "hyperlink") for one in sheet.iter(f"{MAIN}{kind}")]
        odd += [cell.get("r") for cell in sheet.iter(f"{MAIN}c") if cell.get("t") not in (None, "inlineStr")]
        wrong |= {name: odd} if odd else {}
    assert wrong == {}


def test_both_kinds_of_file_hold_the_same_cells(formulas):
    text, books = files(formulas, "csv"), files(formulas, "xlsx")
    assert text.keys() == books.keys()
    for name, data in books.items():
        lengths = [len(list(row)) for row in sheet_of(data).iter(f"{MAIN}row")]
        filled = [sum(map(bool, row)) for row in rows_of(text[name])]
        assert lengths == filled, name


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_libreoffice_finds_no_formula_among_a_hundred_payloads(tmp_path):
    table = ("Names", ("Name", "Again"), [(payload, f"{payload} ") for payload in PAYLOADS])
    (tmp_path / "text.csv").write_text(export.text(Table(*table)), encoding="utf-8")
    with export.workbook(Table(*table)) as book:
        (tmp_path / "book.xlsx").write_bytes(book.read())
    words = [OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "fods"]
    done = [*words, "--outdir", tmp_path, tmp_path / "text.csv", tmp_path / "book.xlsx"]
    subprocess.run(list(map(str, done)), check=True, capture_output=True, timeout=300)  # noqa: S603 - ours
    for name in ("text", "book"):
        opened = (tmp_path / f"{name}.fods").read_text(encoding="utf-8")
        assert opened.count("table:formula") == 0
        assert opened.count("HYPERLINK") >= 20  # they are there, as text
        assert "xlink:href" not in opened.partition("<office:body>")[2]
