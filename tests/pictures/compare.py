#!/usr/bin/env python3
"""tests/pictures/compare.py BUILD VARIANT: makes the pictures of a variant and compares them with the
kept ones. They differ with the fonts and with Qt: when those are others than the kept ones were
made with, that is said, and the pictures are to be refreshed (scripts/pictures --keep)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEPT = HERE / "kept"
PACKAGES = ("libqt6core6", "libqt6core6t64", "libqt6gui6", "libqt6gui6t64", "libqt6quick6",
            "libqt6svg6", "libfreetype6", "libharfbuzz0b", "fonts-noto-core", "fonts-noto-color-emoji")


def versions():
    """What makes pictures differ, one line each."""
    lines = []
    for package in PACKAGES:
        told = subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${Version}\n", package],
                              capture_output=True, text=True)
        lines += [told.stdout] if told.returncode == 0 and told.stdout.split()[1:] else []
    return "".join(lines) or "unknown system\n"


def environment(variant=""):
    scale = "2" if variant == "first-double" else "1"
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "TZ": "UTC",
            "LC_ALL": "C.UTF-8", "QT_SCALE_FACTOR": scale, "QT_FONT_DPI": "96"}


def make(program, variant, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return subprocess.run([program, "make", variant, folder], env=environment(variant)).returncode == 0


def main():
    if sys.argv[1:] == ["versions"]:
        print(versions(), end="")
        return 0
    build, variant = Path(sys.argv[1]).resolve(), sys.argv[2]
    program = build / "tests-bin" / "suhbat-pictures"
    fresh, pairs = build / "pictures" / variant, build / "pictures" / "different" / variant
    if not make(program, variant, fresh):
        return 1
    shutil.rmtree(pairs, ignore_errors=True)
    pairs.mkdir(parents=True)
    same = subprocess.run([program, "compare", KEPT / variant, fresh, pairs], env=environment())
    if same.returncode == 0:
        return 0
    kept = (KEPT / "versions.txt").read_text() if (KEPT / "versions.txt").exists() else "none\n"
    if kept != versions():
        print("refresh needed: the kept pictures were made with other versions "
              f"(scripts/pictures --keep makes them anew)\n--- kept with\n{kept}--- here\n{versions()}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
