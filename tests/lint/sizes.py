#!/usr/bin/env python3
"""Files stay small: names those over the aim, and fails over twice the aim.

A test class is a list of cases and may be three times as long.
"""

from common import finish, our_files, read

AIM = {".cpp": 300, ".h": 120, ".qml": 200}


def main():
    over, files = [], our_files(*AIM)
    for path in files:
        lines, aim = read(path).count("\n"), AIM[path.suffix]
        times = 3 if path.parts[0] == "tests" else 2
        if lines > times * aim:
            over.append(f"{path}: {lines} lines, over {times} times the aim of {aim}: divide it")
        elif lines > aim:
            print(f"note: {path}: {lines} lines, the aim is {aim}")
    finish(over, f"{len(files)} files")


main()
