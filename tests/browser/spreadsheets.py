"""Files of reports, opened by LibreOffice as a teacher would; where there is none, a workbook is read as what it is."""

import csv
import re
import shutil
import subprocess
import zipfile
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

OFFICE = shutil.which("soffice")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TEXT = "Text - txt - csv (StarCalc):44,34,76"  # commas, double quotes, UTF-8
EACH_AS_TEXT = "/".join(f"{column}/2" for column in range(1, 100))
PATIENCE_S = 120
OWN = 164  # number formats from here on are the file's own; ours are days
DAY_ONE = date(1899, 12, 30)
MARKED = re.compile(r"'(?=[=+\-@\t\r\n＝＋－＠])")  # what makes a text harmless in a text file


def opened(files, folder):
    """The rows of each file (``.xlsx`` or ``.csv``), head first, as lists of texts; by the file's name. The mark of
    texts that could be formulas, which a text file needs, is taken off again."""
    books, texts = ([file for file in files if file.suffix == kind] for kind in (".xlsx", ".csv"))
    if OFFICE:
        convert(books, folder / "books", f"csv:{TEXT}")
        convert(texts, folder / "texts", f"csv:{TEXT}", [f"--infilter={TEXT},1,{EACH_AS_TEXT}"])
        found = {file.name: _rows(folder / "books" / f"{file.stem}.csv") for file in books}
        found |= {file.name: _rows(folder / "texts" / file.name) for file in texts}
    else:
        found = {file.name: read(file) for file in files}
    return {name: _unmarked(rows) if name.endswith(".csv") else rows for name, rows in found.items()}


def _unmarked(rows):
    return [[MARKED.sub("", cell, count=1) if cell.startswith("'") else cell for cell in row] for row in rows]


def convert(files, out, into, more=()):
    """LibreOffice opens the files and saves them as ``into`` in the folder ``out``, with a profile of its own."""
    profile = f"-env:UserInstallation={(out.parent / 'profile').as_uri()}"
    words = [OFFICE, profile, "--headless", "--norestore", *more, "--convert-to", into, "--outdir", out, *files]
    subprocess.run(list(map(str, words)), check=True, capture_output=True, timeout=PATIENCE_S)  # noqa: S603 - ours


def read(file):
    """The rows of a file by nothing but the format's own rules."""
    if file.suffix == ".csv":
        return _rows(file)
    with zipfile.ZipFile(file) as parts:
        sheet, styles = (_part(parts, name) for name in ("worksheets/sheet1", "styles"))
    days = {str(place) for place, one in enumerate(styles.find(f"{MAIN}cellXfs")) if int(one.get("numFmtId")) >= OWN}
    rows = [{_place(cell): _shown(cell, days) for cell in row} for row in sheet.iter(f"{MAIN}row")]
    width = max(max(row, default=0) for row in rows) + 1
    return [[row.get(place, "") for place in range(width)] for row in rows]


def _part(parts, name):
    return ElementTree.fromstring(parts.read(f"xl/{name}.xml"))  # noqa: S314 - our own file


def _shown(cell, days):
    text = "".join(cell.itertext())
    return (DAY_ONE + timedelta(days=int(text))).isoformat() if cell.get("s") in days else text


def _place(cell):
    """The number of the column, from 0, of a cell at "AB7"."""
    place = 0
    for letter in filter(str.isalpha, cell.get("r")):
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def _rows(file):
    with Path(file).open(encoding="utf-8-sig", newline="") as text:
        return list(csv.reader(text))
