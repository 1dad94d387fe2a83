#!/usr/bin/env python3
"""Small rules that hold in every text file, and the few words that must not appear."""

import re

from common import finish, our_files, read

TEXT = (".h", ".cpp", ".qml", ".js", ".mjs", ".py", ".txt", ".cmake", ".md", ".json", ".ts",
        ".yml", ".svg", ".desktop", ".xml", "setup", "build", "run", "test", "tidy", "format",
        "packages", "install", ".sh")
CODE = (".h", ".cpp", ".qml", ".js", ".mjs", ".py", ".cmake", "CMakeLists.txt", ".sh")

# (what, where it holds, why)
FORBIDDEN = [
    (re.compile(r"\bproperty var\b"), (".qml",), "give the property a type"),
    (re.compile(r"\b(?:let|const|var)\s*[\[{]"), (".qml",), "qmlformat cannot read destructuring"),
    (re.compile(r"(?<![\w.$}/-])/" + "(?:work|root|home)/"), TEXT, "a path of somebody's machine"),
    (re.compile(r"https?://registry\." + "npm"), (".json",), "no registry host in a lock file"),
    (re.compile(r'"' + 'resolved":'), ("package-lock.json",), "no registry host in a lock file"),
    (re.compile(r"<<<<<" + "<<|>>>>>" + ">>"), TEXT, "an unfinished merge"),
]


def problems_of(path, text):
    name = str(path)
    code = name.endswith(CODE)
    if text and not text.endswith("\n"):
        yield f"{path}: no newline at the end"
    if text.endswith("\n\n"):
        yield f"{path}: empty lines at the end"
    if "\r" in text:
        yield f"{path}: carriage returns"
    for number, line in enumerate(text.split("\n"), 1):
        if code and "\t" in line:
            yield f"{path}:{number}: a tab"
        if code and line != line.rstrip():
            yield f"{path}:{number}: blanks at the end of the line"
        for word, endings, why in FORBIDDEN:
            if name.endswith(endings) and word.search(line):
                yield f"{path}:{number}: {why}: {line.strip()[:80]}"


def main():
    files = [p for p in our_files(*TEXT) if "fixtures" not in p.parts]
    finish([problem for p in files for problem in problems_of(p, read(p))], f"{len(files)} files")


main()
