#!/usr/bin/env python3
"""docs/features.md has a row for every feature that a desktop chat must or should have, and each row
names a file that is there and a test that is there."""

import re
from pathlib import Path

from common import ROOT, finish

TABLE = "docs/features.md"
# Numbers of the comparison with ten desktop chats; 96 and 97 come with packaging.
MUST = {1, 3, 5, 7, 10, 11, 12, 13, *range(21, 33), 34, 40, 41, 43, 44, 46, 47, 48, 50, *range(55, 64), 65,
        67, 70, 71, 72, 73, 76, 77, 79, *range(81, 86), 87, 89, *range(90, 93), 94, 95}
SHOULD = {2, 4, 14, 15, 16, 17, 20, 33, 35, 36, 37, 45, 49, 51, 53, 64, 66, 68, 69, 78, 80}


def tests():
    """Every tst_file::function of the tests, and names of ctest."""
    found = set()
    for file in (ROOT / "tests").rglob("tst_*.cpp"):
        found |= {f"{file.stem}::{name}" for name in re.findall(r"\bvoid (?:\w+::)?(\w+)\(\)", file.read_text())}
    for file in (ROOT / "tests").rglob("CMakeLists.txt"):
        found |= set(re.findall(r"add_test\(NAME (\w+)", file.read_text()))
    return found


def main():
    problems, numbers, known = [], [], tests()
    for line in (ROOT / TABLE).read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("| \n").split("|")]
        if not cells[0].isdigit():
            continue
        number = int(cells[0])
        where = f"{TABLE}: {number}"
        if len(cells) != 5:
            problems.append(f"{where}: {len(cells)} columns instead of 5")
            continue
        numbers.append(number)
        if cells[2] not in ("M", "S", "C"):
            problems.append(f'{where}: mark "{cells[2]}"')
        if (number in MUST and cells[2] != "M") or (number in SHOULD and cells[2] != "S"):
            problems.append(f"{where}: another mark than in the comparison")
        problems += [f"{where}: no file {name}" for name in re.findall(r"[\w./-]+\.(?:qml|cpp|h)\b", cells[3])
                     if not (ROOT / name).exists()]
        named = re.findall(r"\w+::\w+|\ba11y_\w+|\bpictures_\w+|\bgui_\w+|\binterop_\w+", cells[4])
        if not named:
            problems.append(f"{where}: no test")
        problems += [f"{where}: no test {name}" for name in named if name not in known]
    problems += [f"{TABLE}: no row {number}" for number in sorted((MUST | SHOULD) - set(numbers))]
    problems += [f"{TABLE}: row {number} twice" for number in sorted(set(numbers)) if numbers.count(number) > 1]
    if numbers != sorted(numbers):
        problems.append(f"{TABLE}: rows are not in the order of their numbers")
    finish(problems, f"{len(numbers)} features")


main()
