#!/usr/bin/env python3
"""The patches of tests/fault/mutants still apply, to the letter: ./scripts/faults --mutants needs
minutes to say so, and nobody runs it for a comment that moved."""

import shutil
import subprocess

from common import ROOT, finish, skip

if not shutil.which("patch"):
    skip("patch is not installed")
files = sorted((ROOT / "tests/fault/mutants").glob("*.patch"))
problems = [] if files else ["tests/fault/mutants holds no patches"]
for file in files:
    tried = subprocess.run(["patch", "--batch", "--dry-run", "--strip=1", "--fuzz=0",
                            "-d", str(ROOT), "-i", str(file)], capture_output=True, text=True)
    if tried.returncode != 0:
        problems.append(f"{file.relative_to(ROOT)}: {tried.stdout.strip().splitlines()[-1]}")
finish(problems, f"{len(files)} patches")
