#!/usr/bin/env python3
"""Every variant of docs/backend-variants.md has its fixture, and every lesson its test.

variants.py              checks the checkout
variants.py --self-test  shows on a small broken checkout that each rule bites
"""

import json
import re
import sys
import tempfile
from pathlib import Path

from common import ROOT, finish, our_files, read

TABLE = "docs/backend-variants.md"
FIXTURES = "tests/fixtures/wire"
LESSONS = 29

CONCEPTS = {
    "1.6": "400 401 403 404 405 409 413 419 422 429 500 502 503 504".split(),
    "1.7": ["envelope", "PHP empties", "any id", "bool", "text", "conversation id", "sender",
            "sender name", "avatar", "time", "read", "status", "message id", "temp id", "read ids",
            "reader", "attachments", "unread", "last message", "last time", "title", "conv type",
            "message type", "reply id", "paging"],
    "2.6": [f"form {name}" for name in "A B C C2 D E F G H J K".split()],
    "7": ["message_updated", "message_deleted", "conversation_created"],
}
LESSON = re.compile(r"\bvoid (?:\w+::)?l(\d\d)_\w+\(\)")


def rows_of(text):
    """(line, cells) of each row of the table but its head."""
    for line, row in enumerate(text.split("\n"), 1):
        if row.startswith("| ") and not row.startswith("| Section"):
            yield line, [c.strip() for c in row.strip().strip("|").split(" | ")]


def cases_of(root, file, known):
    if file not in known:
        path = root / FIXTURES / file
        rows = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
        known[file] = {row.get("case") for row in rows if isinstance(row, dict)}
    return known[file]


def check_table(root):
    problems, found, known = [], set(), {}
    for line, cells in rows_of(read(TABLE, root)):
        where = f"{TABLE}:{line}"
        if len(cells) != 5:
            problems.append(f"{where}: {len(cells)} columns, not 5")
            continue
        section, concept, _, file, case = cells
        if case not in cases_of(root, file, known):
            problems.append(f'{where}: {FIXTURES}/{file} has no case "{case}"')
            continue
        found.add((section, concept))
    for section, concepts in CONCEPTS.items():
        problems += [f"{TABLE}: section {section} has no row for {concept}"
                     for concept in concepts if (section, concept) not in found]
    return problems


def check_lessons(root):
    found = set()
    for path in our_files(".cpp", root=root):
        if path.parts[0] == "tests" and path.stem.startswith("tst_"):
            found.update(int(n) for n in LESSON.findall(read(path, root)))
    return [f"lesson {n} has no test function l{n:02}_..." for n in range(1, LESSONS + 1)
            if n not in found]


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / FIXTURES).mkdir(parents=True)
        (root / "docs").mkdir()
        (root / "tests/unit").mkdir()
        (root / FIXTURES / "a.json").write_text('[{"case":"there"}]')
        all_rows = [f"| {s} | {c} | x | a.json | there |" for s, cs in CONCEPTS.items() for c in cs]
        lessons = [f"void l{n:02}_x()" for n in range(1, LESSONS + 1)]
        problems = []

        def expect(rows, functions, words):
            (root / TABLE).write_text("| Section |\n" + "\n".join(rows) + "\n")
            (root / "tests/unit/tst_a.cpp").write_text("\n".join(functions))
            said = check_table(root) + check_lessons(root)
            if (words is None) != (not said) or (words and not any(words in s for s in said)):
                problems.append(f"expected {words!r}, got {said[:3]}")

        expect(all_rows, lessons, None)
        expect(all_rows[1:], lessons, "section 1.6 has no row for 400")
        expect(all_rows, lessons[:-1], "lesson 29 has no test")
        expect(all_rows + ["| 1.7 | text | x | a.json | gone |"], lessons, 'no case "gone"')
        expect(all_rows + ["| 1.7 | text | x | b.json | there |"], lessons, "b.json has no case")
        expect(all_rows + ["| 1.7 | text |"], lessons, "2 columns")
        finish(problems, "6 small checkouts")


if sys.argv[1:] == ["--self-test"]:
    self_test()
finish(check_table(ROOT) + check_lessons(ROOT), "variants and lessons")
