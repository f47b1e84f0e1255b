"""Whatever file is sent as a roster: never a fault of the server, always a sentence, all of it or nothing."""

import re
from html import unescape

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from tests.trailstone.cast import MONDAY, person
from tests.trailstone.hostile.rosters import rosters
from tests.trailstone.hostile.scene import ask
from trailstone.people.models import Classroom, Enrolment, School, User

FORM = re.compile(r'<form class="stack" method="post".*?</form>', re.S)
FIELD = re.compile(r'type="hidden" name="(\w+)" value="([^"]*)"')
FAULT = re.compile(r'<th scope="row" class="n nowrap">(?:<span[^>]*>[^<]*</span> )?(\d+)</th><td>([^<]{10,})</td>')


def sent(data):
    files = data if isinstance(data, dict) else {"list.csv": data}
    return {"do": "look", "whole": "on", "file": [SimpleUploadedFile(name, one) for name, one in files.items()]}


def hidden(text):
    return {name: unescape(value) for form in FORM.findall(text) for name, value in FIELD.findall(form)}


def held():
    return User.objects.count(), Enrolment.objects.filter(removed_at=None).count(), Classroom.objects.count()


def test_there_are_two_hundred():
    assert len(rosters()) >= 200


def looked(reply, written):
    """What is wrong with the reply to a look, or None."""
    said = reply.status_code == 200 or 'role="alert"' in reply.text or FAULT.search(reply.text)
    return None if reply.status_code in (200, 422) and not written and said else (reply.status_code, written)


def imported(client, address, data, fields):
    """What is wrong with an import of what was looked at, or None; and whether it was done. All is put back."""
    before = held()
    with transaction.atomic():
        reply = client.post(address, fields | {"do": "import", "sure": "on"})
        if reply.status_code == 302:
            again = client.post(address, sent(data))
            wrong = None if "Import this" not in again.text else "a second look still changes something"
        else:
            wrong = None if reply.status_code == 422 and held() == before else reply.status_code
        transaction.set_rollback(True)
    return wrong, reply.status_code == 302


def test_no_roster_breaks_the_page_and_each_is_done_whole_or_not_at_all(scene):
    person(School.objects.create(pk=2, name="Other", created_at=MONDAY), "Far")
    client, address = scene.client("teacher"), scene.address("import-roster")
    wrong, done = {}, 0
    for name, data in rosters():
        reply, written = ask(client, "post", address, sent(data))
        wrong[name], well = looked(reply, written), False
        if "Import this" in reply.text and not wrong[name]:
            wrong[name], well = imported(client, address, data, hidden(reply.text))
        done += well
    assert {name: what for name, what in wrong.items() if what} == {}
    assert done > 20
