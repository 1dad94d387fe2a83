#!/usr/bin/env python3
"""Every C++ file is as clang-format 14 writes it: format_cpp.py [--check | --fix]

Other versions lay out some lines otherwise, so only this one is asked (Debian 12, Ubuntu 24.04).
"""

import re
import shutil
import subprocess
import sys

from common import ROOT, finish, our_files, skip

MAJOR = "14"


def find_tool():
    for name in (f"clang-format-{MAJOR}", "clang-format"):
        if shutil.which(name):
            version = subprocess.run([name, "--version"], capture_output=True, text=True).stdout
            if re.search(rf"version {MAJOR}\.", version):
                return name
    return None


def main():
    tool = find_tool()
    if not tool:
        skip(f"clang-format {MAJOR} is not here")
    files = our_files(".h", ".cpp")
    if not files:
        finish([], "0 C++ files")
    if "--fix" in sys.argv:
        subprocess.run([tool, "-i", *map(str, files)], cwd=ROOT, check=True)
        finish([], f"{len(files)} C++ files formatted")
    done = subprocess.run([tool, "--dry-run", *map(str, files)], cwd=ROOT,
                          capture_output=True, text=True)
    wrong = sorted({line.split(": ")[0].rsplit(":", 1)[0] for line in done.stderr.splitlines()
                    if "[-Wclang-format-violations]" in line})
    if done.returncode and not wrong:
        wrong = [done.stderr]
    finish([f"{place}: not as clang-format writes it (./scripts/format)" for place in wrong],
           f"{len(files)} C++ files")


main()
