"""What questions were promised to cost, beside what was measured."""

from collections.abc import Sequence

from bench.questions import Loading, Row

MEDIAN, P99, LOADED, FIGURE = 2.0, 10.0, 5.0, 8192  # ms, ms, seconds, bytes


def said(rows: Sequence[Row], loaded: Loading) -> str:
    """The four promises, each with the template that comes nearest to it; then a row a template, the slowest first."""
    slow = sorted(rows, key=lambda row: -row.making.p50)
    late, large = max(rows, key=lambda row: row.making.p99), max(rows, key=lambda row: row.figure)
    whole = loaded.packages + loaded.first
    lines = [
        f"Questions of {len(rows)} templates, {rows[0].making.count} seeds each; milliseconds of the processor",
        _kept("an instance, formulas set before: the median", slow[0].making.p50, MEDIAN, "ms", slow[0].name),
        _kept("an instance, formulas set before: p99", late.making.p99, P99, "ms", late.name),
        _kept("loading the course: packages and database", whole, LOADED, "s", f"once more {loaded.again:.2f} s"),
        _kept("the largest figure", large.figure, FIGURE, "bytes", large.name),
        "",
        f"{'':<64} {'make p50':>9} {'p99':>7} {'grade p50':>10} {'p99':>7} {'figure':>7}",
    ]
    return "\n".join([*lines, *map(_row, slow), ""])


def _kept(what: str, found: float, most: float, unit: str, remark: str) -> str:
    state = "kept" if found <= most else "NOT KEPT"
    return f"  {what:<46} {found:>8.2f} of {most:g} {unit}, {state}; {remark}"


def _row(row: Row) -> str:
    made, graded = row.making, row.grading
    return (
        f"{row.name:<64} {made.p50:>9.3f} {made.p99:>7.3f} {graded.p50:>10.3f} {graded.p99:>7.3f} {row.figure or '':>7}"
    )
