"""Django's backend for SQLite; every transaction, and every single write, waits for its turn (see ``turn``)."""

from collections.abc import Callable
from typing import Any

from django.db.backends.sqlite3 import base

from trailstone.database.sqlite3.turn import Turn

WRITES = frozenset({"INSERT", "UPDATE", "DELETE", "REPLAC"})  # six letters are enough to tell


class DatabaseWrapper(base.DatabaseWrapper):
    """One thread's connection."""

    def __init__(self, *given: Any, **settings: Any) -> None:
        super().__init__(*given, **settings)
        self.turn = Turn("")
        self.execute_wrappers.append(_in_turn)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection with a place in the line for its file (the tests' file is another one)."""
        self.turn.close()
        self.turn = Turn(str(conn_params["database"]))
        return super().get_new_connection(conn_params)

    # Django's stubs leave out the methods that a backend is meant to fill in: hence the ignores.
    def _start_transaction_under_autocommit(self) -> None:
        self.turn.take()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # see above
        except BaseException:
            self.turn.give_back()
            raise

    def _commit(self) -> None:
        """When it fails the transaction is still open: the turn is kept until it is rolled back."""
        super()._commit()  # type: ignore[misc]  # see above
        self.turn.give_back()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # see above
        finally:
            self.turn.give_back()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # see above
        finally:
            self.turn.close()


def _in_turn(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """A write that is no part of a transaction waits too."""
    connection = context["connection"]
    if connection.turn.held or connection.in_atomic_block or sql.lstrip()[:6].upper() not in WRITES:
        return execute(sql, params, many, context)
    with connection.turn:
        return execute(sql, params, many, context)
