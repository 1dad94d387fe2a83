#!/usr/bin/env python3
"""The form of QML files: indentation by fours, short lines, bound components.

Not qmlformat: that of Qt 6.4 drops the word Bound from "pragma ComponentBehavior: Bound" (after
which the application no longer loads), writes typed signal parameters the old way round, puts two
blanks into "Behavior on x {" and pulls every short enum and object apart. Meaning is checked by
qmllint, which is a test of its own.
"""

import re

from common import finish, our_files, read

# Prose and path data may go on to the limit; the rest keeps to the aim by custom.
COLUMNS = 200
STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|`[^`]*`')
NEEDS_BOUND = re.compile(r"^\s*(?:\w+: )?Component \{|\bdelegate: \w+ \{", re.M)


def problems_of(path, text):
    depth = 0
    comment = False
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        bare = STRING.sub('""', line)
        if comment:
            if "*/" in bare:
                comment = False
            continue
        if "/*" in bare and "*/" not in bare:
            comment = True
        bare = re.sub(r"//.*|/\*.*?(\*/|$)", "", bare)
        words = bare.strip()
        indent = len(line) - len(line.lstrip(" "))
        if words:
            closing = len(re.match(r"[}\])]*", words).group(0))
            label = words.startswith(("case ", "default:"))
            if indent < 4 * (depth - closing - label) and words[0] not in "}])":
                yield f"{path}:{number}: indented by {indent}, not {4 * depth}"
            elif indent % 4 and words[0] in "}])":
                yield f"{path}:{number}: indented by {indent}, which is no multiple of 4"
            # Only braces count: a bracket or a parenthesis is continued as it reads best.
            depth += bare.count("{") - bare.count("}")
        if len(line) > COLUMNS:
            yield f"{path}:{number}: {len(line)} columns, at most {COLUMNS}"
        if not line and number > 1 and not lines[number - 2] and number < len(lines):
            yield f"{path}:{number}: two empty lines"
    if depth:
        yield f"{path}: braces do not match"
    if path.parts[0] == "qml" and NEEDS_BOUND.search(text):
        if not re.search(r"^pragma ComponentBehavior: Bound$", text, re.M):
            yield f"{path}: has components and no 'pragma ComponentBehavior: Bound'"
    # Qt's own button says that it can be pressed, and then does nothing.
    if path.parts[0] == "qml" and "AbstractButton {" in text and not re.search("on(Press|Toggle)Action:", text):
        yield f"{path}: a button that no screen reader can press: it has no 'Accessible.onPressAction'"


def main():
    files = our_files(".qml")
    finish([problem for p in files for problem in problems_of(p, read(p))], f"{len(files)} QML files")


main()
