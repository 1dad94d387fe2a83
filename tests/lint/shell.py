#!/usr/bin/env python3
"""Every shell script parses, and passes shellcheck where that is installed."""

import shutil
import subprocess

from common import ROOT, finish, our_files


def is_shell(path):
    if path.suffix == ".sh":
        return True
    if path.suffix:
        return False
    with open(ROOT / path, "rb") as file:
        first = file.readline(80)
    return first.startswith(b"#!") and (b"bash" in first or b"/sh" in first)


def main():
    files = [p for p in our_files() if is_shell(p)]
    problems = []
    for path in files:
        done = subprocess.run(["bash", "-n", str(path)], cwd=ROOT, capture_output=True, text=True)
        if done.returncode:
            problems.append(done.stderr.strip())
    if shutil.which("shellcheck"):
        done = subprocess.run(["shellcheck", "--external-sources", "--source-path=SCRIPTDIR",
                               "--format=gcc", *map(str, files)],
                              cwd=ROOT, capture_output=True, text=True)
        problems += done.stdout.splitlines()
    else:
        print("note: shellcheck is not here; only the syntax was checked")
    finish(problems, f"{len(files)} shell scripts")


main()
