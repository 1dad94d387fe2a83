#!/usr/bin/env python3
"""Shows that the fault suite bites: breaks a copy of the sources in one named way after the other.

mutants.py [NAME...]: each patch of tests/fault/mutants is applied to a copy in build/mutants, the
copy is built, and the schedules, then the real processes, run until one of them turns red. A
mutant that none of them catches is a failure; so is a patch that no longer applies. First the copy
is run without any of them: it has to be green. Each line says by what a mutant was caught; of
schedules how many it needed.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PATCHES = ROOT / "tests/fault/mutants"
COPY = ROOT / "build/mutants"
SCHEDULES = 300
PROCESSES = ("--only", "cut,events,killed,reply-dropped", 8)
LIMIT = 600  # seconds for each step


def sources():
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others",
                             "--exclude-standard"], capture_output=True, check=True)
    return [Path(name) for name in listed.stdout.decode().split("\0")
            if name and (ROOT / name).is_file()]


def copy_sources():
    """What has not changed keeps its time, so that only the rest is built again."""
    wanted = set()
    for name in sources():
        if name.parts[0] in ("src", "tests", "scripts", "qml", "resources", "translations") \
                or len(name.parts) == 1:
            wanted.add(name)
            to = COPY / name
            if to.is_file() and to.read_bytes() == (ROOT / name).read_bytes():
                continue
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, to)
            shutil.copymode(ROOT / name, to)
    for folder in ("src", "tests"):
        for old in (COPY / folder).rglob("*"):
            if old.is_file() and old.relative_to(COPY) not in wanted:
                old.unlink()


def build(targets):
    done = subprocess.run([str(COPY / "scripts/build"), "dev", *targets], capture_output=True,
                          text=True, timeout=LIMIT * 2, check=False)
    if done.returncode:
        raise SystemExit(f"mutants: the copy does not build\n{done.stdout[-3000:]}")


def red(command):
    """Whether the command found something; its last lines when it did."""
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                              timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return "did not end in time"
    if done.returncode == 0:
        return ""
    total = [line for line in done.stdout.splitlines() if line.startswith("TOTAL")]
    words = total[-1] if total else f"ended with {done.returncode}"
    if first := re.search(r"the first to fail was number (\d+)", done.stdout):
        return f"number {first[1]} of at most {SCHEDULES}; {words}"
    return words


def found():
    """What the first form that turns red says; empty when both stay green."""
    schedules = [COPY / "build/dev/tests-bin/fault_schedules", SCHEDULES, 1, os.cpu_count() or 1,
                 "--until-red"]
    processes = [sys.executable, "-B", COPY / "tests/fault/runner/faults.py", "--bin",
                 COPY / "build/dev", *PROCESSES, 1]
    for name, targets, command in (
            ("schedules", ["fault_schedules"], schedules),
            ("processes", ["suhbat-fault-client", "suhbat-demo-server"], processes)):
        build(targets)
        if words := red(command):
            return f"{name}: {words}"
    return ""


def patch(file, *options):
    return subprocess.run(["patch", "--batch", "--strip=1", *options, "-d", str(COPY), "-i",
                           str(file)], capture_output=True, text=True, check=False)


def try_mutant(file):
    """One line of the table: how it was caught, or what is wrong."""
    applied = patch(file, "--fuzz=0")
    if applied.returncode:
        copy_sources()
        return False, f"the patch does not apply: {applied.stdout.strip().splitlines()[-1:]}"
    try:
        words = found()
        return bool(words), words or "nothing noticed it"
    finally:
        copy_sources()


def main():
    names = sys.argv[1:] or sorted(file.stem for file in PATCHES.glob("*.patch"))
    copy_sources()
    failures = 0
    if not sys.argv[1:] and (words := found()):
        print(f"{'(unbroken)':<28} NOT GREEN  {words}")
        failures += 1
    for name in names:
        begun = time.monotonic()
        caught, words = try_mutant(PATCHES / f"{name}.patch")
        failures += not caught
        print(f"{name:<28} {'caught' if caught else 'MISSED'}  {words}"
              f"  ({time.monotonic() - begun:.0f} s)", flush=True)
    print(f"{len(names)} mutants, {failures} problems")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
