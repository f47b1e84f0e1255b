"""H27: several processes write to one SQLite database while another makes checkpoints."""

import time

from tests.durability.site import serving
from tests.durability.truth import assert_nothing_lost
from tests.durability.work import at_work


def test_several_processes_and_checkpoints_damage_nothing(on_sqlite, long, told):
    count, seconds = (4, 3600) if long else (2, 6)
    with serving(on_sqlite, count) as servers:
        checkpoints = on_sqlite.start("tests.durability.checkpoints", str(on_sqlite.file))
        try:
            ports = [server.port for server in servers]
            with at_work(ports, on_sqlite.plan, 12, pause=0.05 if long else 0) as learners:
                time.sleep(seconds)
            assert checkpoints.poll() is None, servers[0].log()
        finally:
            checkpoints.kill()
            checkpoints.wait()
        answers = assert_nothing_lost(on_sqlite, learners)
    told(f"H27: {count} servers and checkpoints, {seconds} s, {answers} acknowledged, 0 lost, 0 twice, integrity ok")
