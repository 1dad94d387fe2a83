#!/usr/bin/env python3
"""Every statement of docs/pusher-protocol.md has its row, and a test or a reason for none.

statements.py            checks the checkout
statements.py --self-test   shows on a small broken table that each rule bites
"""

import re
import sys
import tempfile
from pathlib import Path

from common import ROOT, finish, our_files, read

TABLE = "docs/pusher-protocol.md"
LAST = 140

ROW = re.compile(r"^\| *(\d+) *\|(.*)\|\s*$")
TEST = re.compile(r"`(tst_\w+)::(\w+)`")
REASON = re.compile(r"\bnone: (.+)")
REASON_LENGTH = 20  # "none: no" is no reason
FUNCTION = re.compile(r"\bvoid (?:\w+::)?(\w+)\(\)")
NUMBER = re.compile(r"statement(\d{3})")
CELL = re.compile(r"(?<!\\)\|")


def tests_of(root):
    """The functions of each test class, by the name of its file."""
    found = {}
    for path in our_files(".cpp", ".h", root=root):
        if path.parts[0] == "tests" and path.stem.startswith("tst_"):
            names = set(FUNCTION.findall(read(path, root)))
            found.setdefault(path.stem, set()).update(n for n in names if not n.endswith("_data"))
    return found


def built(root):
    """Matches the test files that some CMakeLists.txt names; a variable stands for any word."""
    lists = [p for p in our_files("CMakeLists.txt", root=root) if p.parts[0] == "tests"]
    named = re.findall(r"\b(tst_[\w${}]+)\.cpp", "\n".join(read(p, root) for p in lists))
    return re.compile("|".join(re.sub(r"\$\{\w+\}", r"\\w+", name) for name in named) or "$^")


def numbers_of(function):
    return {int(n) for n in NUMBER.findall(function)}


def rows_of(text):
    """(line, number, cells) of each row of a table."""
    for line, row in enumerate(text.split("\n"), 1):
        found = ROW.match(row)
        if found:
            yield line, found.group(1), [c.strip() for c in CELL.split(found.group(2))]


def check_row(where, number, cells, tests, programs):
    """What is wrong with the row of a number that is done."""
    if len(cells) != 3:
        return [f"{where}: {len(cells) + 1} columns, not 4"]
    problems = []
    what, test, _ = cells
    if len(what) < 3:
        problems.append(f"{where}: does not say what we do")
    named = TEST.findall(test)
    for file, function in named:
        if function not in tests.get(file, ()):
            problems.append(f"{where}: there is no test {file}::{function}")
        elif not programs.fullmatch(file):
            problems.append(f"{where}: no CMakeLists.txt builds {file}.cpp")
    reason = REASON.search(test)
    if reason:
        if len(reason.group(1)) < REASON_LENGTH:
            problems.append(f"{where}: is no reason: {reason.group(1)}")
    elif not any(number in numbers_of(function) for _, function in named):
        problems.append(f"{where}: names no test with the number and no reason (none: ...)")
    return problems


def check(root, last):
    tests, programs = tests_of(root), built(root)
    problems, rows = [], {}
    for line, written, cells in rows_of(read(TABLE, root)):
        where, number = f"{TABLE}:{line}: {written}", int(written)
        if len(written) != 3 or not 1 <= number <= last:
            problems.append(f"{where}: is no number of three digits up to {last}")
        elif number in rows:
            problems.append(f"{where}: has a row already")
        else:
            rows[number] = check_row(where, number, cells, tests, programs)
    for number in range(1, last + 1):
        if number not in rows:
            problems.append(f"{TABLE}: no row for {number:03d}")
        else:
            problems += rows[number]
    for file, functions in sorted(tests.items()):
        for function in sorted(functions):
            if any(not 1 <= n <= last for n in numbers_of(function)):
                problems.append(f"{file}::{function}: carries a number that is no statement's")
    return problems, f"{len(rows)} statements"


def self_test():
    row = "| {} | we do it | {} | as it |\n"
    good = "`tst_a::statement001_good`"
    table = "| No. | What we do | Test | Beside pusher-js |\n|---|---|---|---|\n" + "".join([
        row.format("001", good),
        row.format("002", "`tst_a::statement001_good`"),
        row.format("003", "`tst_a::statement003_gone`"),
        row.format("004", "`tst_b::statement004_anywhere`"),
        row.format("005", "none: no"),
        row.format("006", "none: a server's matter, the client sees nothing of it"),
        row.format("007", "-"),
        row.format("007", "-"),
        row.format("8", good),
        row.format("009", "`tst_c::statement009_unbuilt`"),
        "| 010 | - | - | - |\n",
        row.format("011", "`tst_a::statement011_statement012_both`"),
        row.format("012", "`tst_a::statement011_statement012_both`"),
        "| 013 | we do it | " + good + " |\n",
        "| 014 | - | `tst_a::statement014_silent` | - |\n",
        row.format("016", "`tst_a::statement016_rows`"),
    ])
    files = {
        TABLE: table,
        "tests/unit/CMakeLists.txt": "suhbat_test(unit_a SOURCES tst_a${what}.cpp tst_a.cpp)\n",
        "tests/lib/CMakeLists.txt": "suhbat_test(unit_b SOURCES tst_b_${what}.cpp)\n",
        "tests/unit/tst_a.cpp": "void A::statement001_good()\nvoid A::statement011_statement012_both()\n"
                                "void A::statement014_silent()\nvoid A::statement016_rows_data()\n"
                                "void A::statement999_none()\n",
        "tests/unit/tst_c.cpp": "    void statement009_unbuilt()\n",
    }
    expected = [
        f"{TABLE}:4: 002: names no test", f"{TABLE}:5: 003: there is no test",
        f"{TABLE}:6: 004: there is no test", f"{TABLE}:7: 005: is no reason",
        f"{TABLE}:9: 007: names no test", f"{TABLE}:10: 007: has a row already",
        f"{TABLE}:11: 8: is no number", f"{TABLE}: no row for 008",
        f"{TABLE}:12: 009: no CMakeLists.txt builds",
        f"{TABLE}:13: 010: does not say", f"{TABLE}:13: 010: names no test", f"{TABLE}:16: 013: 3 columns",
        f"{TABLE}:17: 014: does not say", f"{TABLE}: no row for 015",
        f"{TABLE}:18: 016: there is no test", "tst_a::statement999_none: carries",
    ]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        problems, _ = check(root, 16)
    unseen = [e for e in expected if not any(p.startswith(e) for p in problems)]
    surplus = [p for p in problems if not any(p.startswith(e) for e in expected)]
    finish([f"not noticed: {e}" for e in unseen] + [f"wrongly reported: {p}" for p in surplus],
           f"self-test of {len(expected)} broken rows")


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
    finish(*check(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT, LAST))
