"""What the checks of the source share: which files there are, and how a check ends."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SKIPPED = 77
_NOT_OURS = {".git", "build", "node_modules", "pictures", ".cache"}


def our_files(*suffixes, root=ROOT):
    """Paths, relative to root, of the files with these endings (all when none is given).

    Those that git knows or would add; without git, whatever lies in the checkout.
    """
    names = _from_git(root)
    if names is None:
        names = []
        for folder, folders, files in os.walk(root):
            folders[:] = [f for f in folders if f not in _NOT_OURS]
            names += [os.path.relpath(os.path.join(folder, f), root) for f in files]
    return sorted(Path(n) for n in names
                  if (not suffixes or n.endswith(suffixes)) and (root / n).is_file())


def _from_git(root):
    if not (root / ".git").exists():
        return None
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return [n for n in done.stdout.decode().split("\0") if n]


def read(path, root=ROOT):
    return (root / path).read_text(encoding="utf-8")


def skip(reason):
    print(f"SKIPPED: {reason}")
    sys.exit(SKIPPED)


def finish(problems, checked):
    """Prints what was found and ends the program: 0 when nothing was, else 1."""
    for problem in problems:
        print(problem)
    print(f"{checked}: {len(problems) or 'no'} problem{'' if len(problems) == 1 else 's'}")
    sys.exit(1 if problems else 0)
