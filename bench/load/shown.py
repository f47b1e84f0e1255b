"""The row for people, made without Django."""

from collections.abc import Mapping
from typing import Any


def shown(row: Mapping[str, Any]) -> str:
    """The row for people."""
    lines = [
        f"{row['shape']}, {row['learners']} learners, {row['seconds']} s, {row['database']}: "
        f"{'held' if not row['missed'] else 'MISSED: ' + '; '.join(row['missed'])}",
        f"  {'':<12} {'n':>7} {'a second':>9} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8}",
        *(_line(name, one) for name, one in [*row["kinds"].items(), ("all", row["all"])] if one["count"]),
        *(_line(name, row[name]) for name in ("burst", "double") if row[name]["count"]),
        f"  {row['acknowledged']} answers confirmed, {row['lost']} lost, {row['twice']} twice; levels differ: "
        f"{row['levels']}; locked out: {row['locked_out']}; put off (503): {row['put_off']}",
        f"  server: {row['cores']:.2f} cores, {row['memory_mb']:.0f} MB at most ({100 * row['memory_grew']:+.0f} %), "
        f"WAL {row['wal_mb']:.1f} MB",
        f"  p95 of each minute: {' '.join(f'{one:.0f}' for one in row['minutes'])}",
    ]
    if of := row.get("backups"):
        lines.append(
            f"  {of['made']} backups, {of['seconds']:.0f} s at most: p95 {of['p95_with']:.0f} ms in their minutes, "
            f"{of['p95_without']:.0f} in those between ({100 * of['penalty']:+.0f} %)"
        )
    return "\n".join(lines)


def of_reports(row: Mapping[str, Any]) -> str:
    """The row of the reports shape."""
    verdict = "held" if not row["missed"] else "MISSED: " + "; ".join(row["missed"])
    lines = [
        f"reports, {row['database']}: {verdict}",
        f"  {'':<44} {'n':>4} {'p50 ms':>8} {'p95 ms':>8}",
        *(f"  {n:<44} {one['count']:>4} {one['p50']:>8.0f} {one['p95']:>8.0f}" for n, one in row["kinds"].items()),
        f"  the file: {row['rows']:,} rows, {row['mb']:.0f} MB in {row['file_seconds']:.0f} s; the server had "
        f"{row['memory_before_mb']:.0f} MB before and {row['memory_mb']:.0f} MB at most",
    ]
    return "\n".join(lines)


def _line(name: str, one: Mapping[str, float]) -> str:
    numbers = f"{one['count']:>7} {one['rate']:>9.1f} {one['p50']:>8.0f} {one['p95']:>8.0f} {one['p99']:>8.0f}"
    return f"  {name:<12} {numbers}"
