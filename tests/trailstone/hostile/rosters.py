"""Two hundred rosters that somebody might send: spoilt, huge, odd or malicious. Made the same every time."""

from random import Random

from tests.trailstone.people.rosters import export, packed, sheet, user

NAMES = (
    "Аna Lima",
    "Ben\u202eneB",
    "\u2066Ana\u2069",
    "Ana\u200bLima",
    "😀",
    "😀 Ana",
    '=HYPERLINK("http://x")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "Ana\x00Lima",
    "\x00",
    "Ana\nLima",
    "<b>Ana</b>",
    "'; DROP TABLE people_user; --",
    "x" * 81,
    "x" * 5000,
    "Å" * 80,
    "ﷺ" * 40,
    "a\u0301" * 60,
    "",
    " ",
    "\u00a0",
    "\ufeffAna",
    "Robert\rTables",
    "{{7*7}}",
    "${7*7}",
    "../../etc/passwd",
    "null",
    "None",
    "0",
    "１２",
    "ı",
    "ß",
    "Ω",
    "山田 太郎",
    "محمد علي",
    "\ud7ff",
    "\U0010ffff",
)
IDS = ("1" * 121, "\x00", "1\n2", "\u202e1", "' OR 1=1", "=1", " ", "é" * 120, "\U0001f600", "-1")
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "latin-1",
    "cp1251",
    "shift_jis",
    "utf-7",
)
BREAKS = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\u2028", "\n\n\n")


def rosters():
    """Name and bytes (or files by name) of each."""
    found = dict(_texts()) | dict(_shapes()) | dict(_exports()) | dict(_spoilt(Random(31)))
    return list(found.items())


def _texts():
    for number, name in enumerate(NAMES):
        yield f"name {number}", sheet(["name", "id"], ["Ina Berg", "1"], [name, "2"]).encode(errors="replace")
    for number, key in enumerate(IDS):
        yield f"id {number}", sheet(["name", "id"], ["Ina Berg", key], ["Kai", key]).encode()
    for coding in ENCODINGS:
        yield f"encoding {coding}", sheet(["name", "id"], ["Zoë Ångström", "1"]).encode(coding, errors="replace")
        yield f"cut {coding}", sheet(["name", "id"], ["Zoë Ångström", "1"]).encode(coding, errors="replace")[:-1]
    for number, sign in enumerate(BREAKS):
        yield f"break {number}", sign.join(["name,id", "Ina,1", "Kai,2", ""]).encode()


def _shapes():
    many = [["name"], *[[f"Learner {n}"] for n in range(3000)]]
    yield from {
        "empty": b"",
        "blank": b" \n \n",
        "NULs": b"\0" * 5000,
        "one NUL": b"name\nI\0na\n",
        "only headings": b"name,id\n",
        "no headings": b"Ina\nKai\n",
        "twice": b"name,name\nIna,Kai\n",
        "columns": b"name" + b",x" * 10_000 + b"\nIna\n",
        "a cell": b"name\n" + b"x" * 1_900_000,
        "a quoted cell": b'name\n"' + b"x" * 1_900_000 + b'"',
        "open quote": b'name,id\n"Ina,1\nKai,2\n',
        "quote inside": b'name\nI"na\n',
        "ragged quote": b'name\n"Ina"x\n',
        "quotes": b'"' * 9999,
        "commas": b"," * 9999,
        "rows": b"name\n" + b"A B\n" * 200_000,
        "breaks": b"\n" * 500_000,
        "semicolons": b"name;id\nIna;1\n",
        "tabs": b"name\tid\nIna\t1\n",
        "sep": b"sep=;\nname;id\nIna;1\n",
        "sep only": b"sep=",
        "ragged": b"name,id\nIna\nKai,2,3,4\n",
        "many": sheet(*many).encode(),
        "one name often": b"name,id\n" + b"".join(b"Ana Lima,%d\n" % n for n in range(500)),
        "one id often": b"name,id\n" + b"".join(b"Ana %c,1\n" % (65 + n % 26) for n in range(500)),
        "swapped": b"name,id,user name\nBen,2,ben\nCho,1,cho\nDina,1,dina\n",
        "teacher": b"name,user name\nMs Ada,ms.ada\n",
        "other school": b"name,user name\nFar,far\n",
        "elsewhere": b"name,user name\nEli,eli\n",
        "unknown class": b"name,class\nIna,Nowhere\n",
        "formula heading": b"=1+1,name\n1,Ina\n",
        "pdf": b"%PDF-1.7\n" + bytes(range(256)) * 9,
        "xls": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        "png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
        "html": b"<table><tr><td>name",
        "json": b'[{"name": "Ina"}]',
        "xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        "zip": b"PK\x03\x04",
        "xlsx": packed({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}),
        "bare zip": packed({"list.csv": b"name\nIna\n"}),
        "bomb": packed({"users.csv": b"0" * 40_000_000}),
        "entries": packed({f"{n}.csv": b"x" for n in range(1000)}),
        "up": packed({"../users.csv": b"x"}),
        "root": packed({"/users.csv": b"x"}),
        "nested": packed({"a.zip": packed({"users.csv": b"x"})}),
    }.items()


def _exports():
    ben, ina = user("u1", "Ben", ""), user("u2", "Ina", "Berg")
    circle = ("s1,Hillside School,school,d1", "d1,D,district,d2", "d2,E,district,d1")
    long = tuple(f"d{n},D,district,d{n + 1}" for n in range(2000))
    yield from {
        "circle of orgs": export([ben], orgs=circle),
        "own parent": export([ben], orgs=("s1,Hillside School,school,s1",)),
        "long line of orgs": export([ben], orgs=("s1,Hillside School,school,d0", *long)),
        "no orgs": export([ben], orgs=()),
        "other schools": export([ben], orgs=("s1,A,school,", "s2,B,school,")),
        "same id": export([ben, ben], places=["m1 u1"]),
        "no such user": export([ben], places=["m1 u9"]),
        "no such class": export([ben], places=["m9 u1"]),
        "deleted teacher": export([user("t1", "Fay", "", status="tobedeleted")], places=["m1 t1 teacher"]),
        "learner teaches": export([ben], places=["m1 u1 teacher", "m1 u1"]),
        "odd role": export([ben], places=["m1 u1 =cmd"]),
        "teacher learns": export([user("t1", "Ms", "Ada", "ms.ada")], places=["m1 t1"]),
        "empty key": export([user("", "A", "")]),
        "swapped ids": export([user("u1", "Cho", "", "cho"), user("u2", "Ben", "", "ben")], places=["m1 u1", "m1 u2"]),
        "long key": export([user("u" * 300, "A", "")], places=["m1 " + "u" * 300]),
        "no title": export([ben], ("m1,,s1,",)),
        "odd dates": export([ben], places=["m1 u1"], academicSessions_csv="sourcedId,endDate\nt1,yesterday\n"),
        "changes only": export([ben], manifest_csv="propertyName,value\nfile.users,delta\n"),
        "lacks a file": {k: v for k, v in export([ben]).items() if k != "classes.csv"},
        "empty files": dict.fromkeys(export(), b""),
        "headings only": export(),
        "spoilt users": export([ben]) | {"users.csv": b'sourcedId,givenName,familyName\n"1,2'},
        "users in UTF-16": export([ben]) | {"users.csv": export([ben])["users.csv"].decode().encode("utf-16")},
        "binary users": export([ben]) | {"users.csv": bytes(range(256)) * 20},
        "two lists": {"a.csv": b"name\nA\n", "b.csv": b"name\nB\n"},
        "zip beside": export([ben]) | {"more.zip": packed(export([ina]))},
        "odd names": {"../../users.csv": b"x", "/classes.csv": b"y"},
    }.items()


def _spoilt(rng):
    """Good ones with some bytes changed, lost or doubled."""
    good = sheet(["id", "name", "user name"], *[[n, f"Learner {n}", f"l{n}"] for n in range(40)]).encode()
    whole = packed(export([user("u1", "Ben", ""), user("u2", "Ina", "Berg")], places=["m1 u1", "m1 u2"]))
    for number in range(90):
        data = bytearray(good if number % 2 else whole)
        for _ in range(rng.randint(1, 12)):
            place = rng.randrange(len(data))
            what = rng.randrange(3)
            data[place : place + rng.randint(1, 9)] = rng.randbytes(rng.randint(1, 9)) if what else b""
        yield f"spoilt {number}", bytes(data)
