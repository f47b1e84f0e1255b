"""A school's site with something between it and its PostgreSQL: a pooler in front, a copy behind."""

import os
import subprocess
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg

from scripts import pooler
from tests.durability.postgres import Postgres
from tests.durability.site import Site

OWN = """
unix_socket_directories = '{home}'
listen_addresses = ''
max_connections = 120
log_min_messages = fatal
"""


@dataclass
class Set(Site):
    """A site with more settings than a school's."""

    more: dict = field(default_factory=dict)

    def environment(self, **more):
        return super().environment(**self.more, **more)


def set_with(site, url=None, **more):
    """The same site with more settings, at another DATABASE_URL when one is given."""
    return Set(site.data, url or site.url, site.plan, more=more)


@contextmanager
def pooled(site, cluster, **sizes):
    """The site behind a pooler, and the pooler."""
    with pooler.pooler(cluster.first, **sizes) as between:
        url = between.url.rpartition("/")[0] + "/" + site.url.rpartition("/")[2]
        yield set_with(site, url, DATABASE_POOL="pgbouncer", DATABASE_DIRECT_URL=site.url), between


def asked(url, sql, *values):
    """The rows of a statement over a connection of its own."""
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        found = connection.execute(sql, values)
        return found.fetchall() if found.description else []


class Replica(Postgres):
    """A streaming copy of a cluster, in a folder ``home`` of its own beside the cluster's."""

    def __init__(self, cluster):
        self.home, self.cluster = Path(f"{cluster.home}-copy"), cluster
        postmaster = (cluster.data / "postmaster.opts").read_text().split()[0]
        self.programs = Path(postmaster).parent

    def make(self):
        """``pg_basebackup -R``, and start it."""
        owner = os.stat(self.cluster.data).st_uid
        self.home.mkdir(mode=0o700)
        os.chown(self.home, owner, -1)
        source = ("-h", self.cluster.home, "-U", "trailstone")
        self._run("pg_basebackup", *source, "-D", self.data, "-R", "-X", "stream", "-c", "fast", "--no-sync")
        with (self.data / "postgresql.conf").open("a") as file:
            file.write(OWN.format(home=self.home))
        self.start()

    def url(self, site):
        """DATABASE_READ_URL for a site on the cluster."""
        return f"postgresql://trailstone@{quote(str(self.home), safe='')}/{site.url.rpartition('/')[2]}"

    def caught_up(self, site):
        """Whether it has everything that is in the database now."""
        ((written,),) = asked(site.url, "SELECT pg_current_wal_lsn()::text")
        return asked(self.url(site), "SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", written) == [(True,)]

    def leave(self):
        """Stopped, if it still runs."""
        if (self.data / "postmaster.pid").exists():
            self.stop("immediate")

    def promote(self):
        self._control("promote", "-w")

    def _control(self, *words):
        self._run("pg_ctl", "-D", self.data, "-l", self.home / "log", *words)

    def _run(self, name, *words):
        done = subprocess.run(  # noqa: S603 - PostgreSQL's own program
            [self.programs / name, *words],
            user=os.stat(self.cluster.data).st_uid, extra_groups=[], cwd="/", capture_output=True, text=True,
            timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
