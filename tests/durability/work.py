"""Learners at work, each in a thread: they begin, answer, err, open hints, skip, and finish, until time is up."""

import threading
import time
from contextlib import contextmanager
from random import Random

from tests.durability.client import Client
from tests.durability.site import wait_until

READS = 0.15  # of all steps: how often a learner looks at the attempt again


class Learner(threading.Thread):
    """Works through the attempts of the plan, then begins exercises of its own. ``stop`` ends it."""

    def __init__(self, port, plan, skills, seed, *, pause=0.0):
        super().__init__(daemon=True)
        self.client = Client(port, plan["name"], pages=bool(seed % 2))
        self.plan, self.skills, self.rng, self.pause = plan, skills, Random(seed), pause
        self.stopped, self.fault = threading.Event(), None

    def run(self):
        try:
            self.client.sign_in()
            for attempt, answers in self.plan["attempts"].items():
                self._work(attempt, answers)
            while not self.stopped.is_set():
                self._work(self._begin(), [])
        except TimeoutError:
            pass  # the time was up while it waited for a reply
        except Exception as error:
            self.fault = error
        finally:
            self.client.close()

    def stop(self, patience):
        self.client.until = time.monotonic() + patience
        self.stopped.set()

    def _begin(self):
        what = {"activity": "exercise", "course": "alg1", "skill": self.rng.choice(self.skills)}
        return self.client.api("POST", "attempts", what).body["id"]

    def _work(self, attempt, answers):
        """An attempt from where it stands to its end."""
        state = self.client.read(attempt)
        while state["state"] == "open" and not self.stopped.is_set():
            told = None
            if state["current"]:
                told = self._step(attempt, state["current"], answers)
            else:
                self.client.api("POST", f"attempts/{attempt}/finish")
            state = told or self.client.read(attempt)
            time.sleep(self.pause)

    def _step(self, attempt, number, answers):
        """One step. Where the attempt stands then, when the reply tells a program; it looks again now and then."""
        act, response = self._choice(answers[number - 1] if number <= len(answers) else None)
        reply = self.client.step(attempt, number, act, response)
        told = reply and reply.status == 200 and not self.client.pages and self.rng.random() > READS
        return reply.body["attempt"] if told else None

    def _choice(self, known):
        """What to do with a question: ``known`` is a right and a wrong answer to it, None for one nobody prepared."""
        dice = self.rng.random()
        if known is None:
            return ("answer", {"value": "977"}) if dice < 0.3 else ("skip", None) if dice < 0.8 else ("hint", None)
        right, wrong = known
        if dice < 0.15 and wrong:
            return "answer", wrong
        return ("answer", right) if dice < 0.9 else ("hint", None)


@contextmanager
def at_work(ports, plan, count, *, pause=0.0, patience=20):
    """``count`` learners at work while the block runs, spread over the servers; afterwards none of them has failed. One
    that has is the reason why the block waited for it in vain."""
    learners = [
        Learner(ports[n % len(ports)], plan["learners"][n], plan["skills"], n, pause=pause) for n in range(count)
    ]
    for learner in learners:
        learner.start()
    try:
        yield learners
    finally:
        for learner in learners:
            learner.stop(patience)
        for learner in learners:
            learner.join(patience + 40)
        for learner in learners:
            if learner.fault:
                raise learner.fault
    assert not any(learner.is_alive() for learner in learners), "a learner waits for a reply for ever"


def acknowledged(learners):
    """The keys of the steps that were acknowledged so far. Safe to ask while the learners work."""
    return {op.key for one in learners for op in tuple(one.client.ops) if op.what == "step" and op.outcome == "ok"}


def wait_for_more(learners, count):
    """Until so many more steps were acknowledged. How many seconds it took."""
    wanted = sum(one.client.count for one in learners) + count
    return wait_until(lambda: sum(one.client.count for one in learners) >= wanted, "the learners do not get on")


def history(learners):
    """Everything the learners did and saw."""
    return [op for one in learners for op in one.client.ops]
