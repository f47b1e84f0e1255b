"""Several people at the same moment."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections


def at_once(*calls, said):
    """Run the calls in threads that start together; what each returned, or its error of a kind in ``said``."""
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("threads need the test database in a file")
    gate = threading.Barrier(len(calls))

    def run(call):
        gate.wait()
        try:
            return call()
        except said as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))
