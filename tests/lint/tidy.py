#!/usr/bin/env python3
"""clang-tidy, two files at a time: tidy.py --build DIRECTORY (--all | --changed | FILE...)

--changed: the .cpp files that differ from origin/main, or were touched by the last 20 commits when
there is no such branch; of a changed header, the .cpp of the same name. At most LIMIT files, and
TIME seconds: what was left out is said.
"""

import argparse
import json
import re
import shlex
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from common import ROOT, finish, our_files, skip

LIMIT = 60
TIME = 300
JOBS = 2


def git(*words):
    done = subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True)
    return done.stdout.split("\n") if done.returncode == 0 else None


def changed_files():
    """Newest first, as far as git tells; None when there is no git here."""
    if not shutil.which("git") or git("rev-parse", "HEAD") is None:
        return None
    base = git("merge-base", "HEAD", "origin/main")
    if base and base[0] and base[0] != git("rev-parse", "HEAD")[0]:
        span = [f"{base[0]}..HEAD"]
    else:
        span = ["-20", "HEAD"]
    names = git("diff", "--name-only", "HEAD") or []
    names += git("log", "--format=", "--name-only", *span) or []
    return list(dict.fromkeys(n for n in names if n))


def to_check(names):
    """The .cpp files behind these names, in that order."""
    known = {str(p) for p in our_files(".cpp") if p.parts[0] in ("src", "tests")}
    wanted = [re.sub(r"\.h$", ".cpp", n) for n in names]
    return [n for n in dict.fromkeys(wanted) if n in known]


def write_database(build):
    """A compile database a file: a unity build's own names only the files that include them."""
    entries = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        file = Path(entry["directory"], entry["file"])
        if not file.is_file():
            continue
        members = [file]
        if "/Unity/" in str(file):
            members = [Path(m) for m in re.findall(r'^#include "(.*)"', file.read_text(), re.M)]
        words = shlex.split(entry["command"])
        for word in ("-o", "-c"):
            if word in words:
                at = words.index(word)
                del words[at:at + 2]
        words = [w for w in words if w not in ("-fprofile-abs-path", "--coverage")]
        if Path(words[0]).name == "ccache":
            words = words[1:]
        for member in members:
            entries.setdefault(str(member.resolve()), {
                "directory": entry["directory"], "file": str(member.resolve()),
                "arguments": [*words, "-c", str(member.resolve())]})
    folder = build / "tidy"
    folder.mkdir(exist_ok=True)
    (folder / "compile_commands.json").write_text(json.dumps(list(entries.values()), indent=1))
    return folder, set(entries)


def check(tool, database, file):
    done = subprocess.run(
        [tool, "-p", str(database), "--quiet", "--extra-arg=-Wno-unknown-warning-option",
         "--extra-arg=-Wno-everything", str(ROOT / file)],
        cwd=ROOT, capture_output=True, text=True)
    lines = [l for l in done.stdout.splitlines() if l.strip()]
    if done.returncode and not lines:
        lines = [f"{file}: {done.stderr.strip()}"]
    return [l.replace(f"{ROOT}/", "") for l in lines]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--changed", action="store_true")
    parser.add_argument("files", nargs="*")
    wanted = parser.parse_args()

    tool = shutil.which("clang-tidy-14") or shutil.which("clang-tidy")
    if not tool:
        skip("clang-tidy is not here")
    database, known = write_database(wanted.build)
    if wanted.all:
        names = [str(p) for p in our_files(".cpp") if p.parts[0] in ("src", "tests")]
    elif wanted.changed:
        changed = changed_files()
        if changed is None:
            skip("no git here, so nothing is known to have changed")
        names = to_check(changed)
    else:
        names = to_check([str(Path(f).resolve().relative_to(ROOT)) for f in wanted.files])
    names = [n for n in names if str((ROOT / n).resolve()) in known]
    left_out = names[LIMIT:] if wanted.changed else []
    names = names[:len(names) - len(left_out)]

    start, problems = time.monotonic(), []

    def one(name):
        if wanted.changed and time.monotonic() - start > TIME:
            left_out.append(name)
            return []
        found = check(tool, database, name)
        print("\n".join([f"{'ok  ' if not found else 'FAIL'} {name}", *found]), flush=True)
        return [name] if found else []

    with ThreadPoolExecutor(JOBS) as pool:
        for found in pool.map(one, names):
            problems += found
    for name in left_out:
        print(f"note: left out for time, see ./scripts/tidy: {name}")
    finish([f"clang-tidy complains: {n}" for n in problems],
           f"{len(names)} files in {time.monotonic() - start:.0f} s")


sys.exit(main())
