#!/usr/bin/env python3
"""Includes, QML imports and link lines go down the house only (docs/architecture.md).

layers.py [ROOT]     checks the checkout
layers.py --self-test   shows on a small broken tree that each rule bites
"""

import re
import sys
import tempfile
from pathlib import Path

from common import ROOT, finish, our_files, read

# What each folder of src/ may include beside itself. pusher, api and store never see each other.
BELOW = {
    "base": set(),
    "net": {"base"},
    "domain": {"base"},
    "pusher": {"base", "net"},
    "wire": {"base", "domain"},
    "api": {"base", "net", "domain", "wire"},
    "store": {"base", "domain", "wire"},
    "chat": {"base", "net", "domain", "wire", "pusher", "api", "store"},
    "models": {"base", "net", "domain", "wire", "pusher", "api", "store", "chat"},
    "app": {"base", "net", "domain", "wire", "pusher", "api", "store", "chat", "models"},
    "demo": {"base"},
    "tools": {"base", "net", "domain", "wire", "pusher", "api", "store", "chat", "app", "demo"},
}
# The tour drives the real window, so it may look at the models too, and at what the GUI tests use.
TOUR_TOO = {"models"}
TOUR_SUPPORT = "support/"
# Qt and other libraries that the lower rooms may link; where nothing is said, anything.
LIBRARIES = {
    "base": {"Qt6::Core", "simdjson::simdjson"},
    "net": {"Qt6::Core", "Qt6::Network"},
    "domain": {"Qt6::Core"},
    "wire": {"Qt6::Core"},
    "pusher": {"Qt6::Core", "Qt6::Network", "Qt6::WebSockets"},
    "api": {"Qt6::Core", "Qt6::Network"},
    "store": {"Qt6::Core", "Qt6::Sql"},
    "chat": {"Qt6::Core", "Qt6::Network"},
}
# QML modules by folder of qml/: theme at the bottom, Main at the top, pages beside each other; the
# table of shortcuts is for all of them.
QML_BELOW = {"theme": set(), "controls": {"theme"}, "keys": {"theme", "controls"}}
QML_PAGE = {"theme", "controls", "keys"}

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]', re.M)
LIBRARY_CALL = re.compile(r"^\s*suhbat_library\(\s*(\w+)(.*?)\)", re.M | re.S)
QML_IMPORT = re.compile(r"^\s*import\s+([A-Z][\w.]*)", re.M)
GENERATED = re.compile(r"^(moc_\w+\.cpp|\w+\.moc|ui_\w+\.h)$")


def layer_of(path):
    parts = path.parts
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


def may_see(path, layer, target):
    if target == layer or target in BELOW[layer]:
        return True
    return target in TOUR_TOO and is_tour(path)


def is_tour(path):
    return path.parts[:2] == ("src", "tools") and "tour" in str(path).lower()


def check_include(root, path, layer, name):
    """What is wrong with one quoted include, or None."""
    if GENERATED.match(name):
        return None
    if ".." in Path(name).parts:
        return "is not written from src/"
    first = name.split("/")[0]
    if "/" in name and first in BELOW:
        if not (root / "src" / name).is_file():
            return "names no file of src/"
        if layer and not may_see(path, layer, first):
            return f"climbs: {layer} may not know {first}"
        return None
    if (root / path.parent / name).is_file():
        return None
    if (root / "tests" / name).is_file():
        if path.parts[0] == "tests" or (is_tour(path) and name.startswith(TOUR_SUPPORT)):
            return None
        return "is for tests only"
    return "cannot be placed: no such file from src/ or beside this one"


def check_sources(root, files):
    for path in files:
        layer = layer_of(path)
        if path.parts[0] == "src" and layer not in BELOW:
            yield f"{path}: lies in no layer of src/"
            continue
        text = read(path, root)
        for found in INCLUDE.finditer(text):
            line = text.count("\n", 0, found.start(2)) + 1
            name = found.group(2)
            if found.group(1) == '"':
                wrong = check_include(root, path, layer, name)
            elif name.split("/")[0] in BELOW and (root / "src" / name).is_file():
                wrong = "is ours and belongs in quotes"
            elif name.startswith("simdjson") and str(path) != "src/base/JsonReader.cpp" and layer:
                wrong = "is for src/base/JsonReader.cpp only"
            elif name.startswith("sodium") and path.parts[:3] != ("src", "pusher", "crypto"):
                wrong = "is for src/pusher/crypto only"
            else:
                wrong = None
            if wrong:
                yield f"{path}:{line}: include {name} {wrong}"


def check_links(root, files):
    for path in files:
        text = read(path, root)
        for call in LIBRARY_CALL.finditer(text):
            words = [w for w in re.sub(r"#.*", "", call.group(2)).split()]
            # Names like pusher_crypto are small targets of the folder's own.
            layer = path.parts[1] if path.parts[0] == "src" and len(path.parts) > 2 else None
            if layer not in BELOW or "LINK" not in words:
                continue
            for word in words[words.index("LINK") + 1:]:
                if word.startswith("suhbat_"):
                    target = word[len("suhbat_"):].split("_")[0]
                    if target not in BELOW or not (target == layer or target in BELOW[layer]):
                        yield f"{path}: {call.group(1)} links {word}: {layer} may not know it"
                elif word.startswith("Qt6::") or "::" in word:
                    if layer in LIBRARIES and word not in LIBRARIES[layer]:
                        yield f"{path}: {call.group(1)} links {word}, which {layer} does not need"


def check_qml(root, files):
    for path in files:
        parts = path.parts
        if parts[0] != "qml" or len(parts) < 3:
            continue
        folder = parts[1]
        allowed = QML_BELOW.get(folder, QML_PAGE) | {folder}
        if folder.lower() in ("main", "app"):
            continue
        text = read(path, root)
        for found in QML_IMPORT.finditer(text):
            name = found.group(1)
            if not name.startswith("Suhbat."):
                continue
            target = name.split(".")[-1].lower()
            if (root / "qml" / target).is_dir() and target not in allowed:
                line = text.count("\n", 0, found.start(1)) + 1
                yield f"{path}:{line}: import {name}: {folder} may not know {target}"


def check(root):
    sources = [p for p in our_files(".h", ".cpp", root=root) if p.parts[0] in ("src", "tests")]
    lists = [p for p in our_files("CMakeLists.txt", root=root) if p.parts[0] == "src"]
    qml = our_files(".qml", root=root)
    problems = [*check_sources(root, sources), *check_links(root, lists), *check_qml(root, qml)]
    return problems, f"{len(sources)} sources, {len(lists)} link lists, {len(qml)} QML files"


def self_test():
    broken = {
        "src/base/Good.h": "#pragma once\n#include <QString>\n",
        "src/base/Climbs.cpp": '#include "domain/User.h"\n',
        "src/domain/User.h": '#include "base/Good.h"\n',
        "src/pusher/Sideways.cpp": '#include "domain/User.h"\n',
        "src/api/Dots.cpp": '#include "../base/Good.h"\n',
        "src/chat/Nowhere.cpp": '#include "somewhere/Else.h"\n',
        "src/chat/Gone.cpp": '#include "base/Gone.h"\n',
        "src/demo/Peeks.cpp": '#include "domain/User.h"\n',
        "src/tools/listen.cpp": '#include "models/Rows.h"\n',
        "src/tools/tour.cpp": '#include "models/Rows.h"\n',
        "src/app/Helped.cpp": '#include "support/Person.h"\n',
        "src/tools/Tour.cpp": '#include "support/Person.h"\n',
        "tests/support/Person.h": "#pragma once\n",
        "src/models/Rows.h": '#include <base/Good.h>\n',
        "src/wire/Json.cpp": "#include <simdjson.h>\n",
        "src/pusher/Keys.cpp": "#include <sodium.h>\n",
        "src/attic/Lost.cpp": "\n",
        "src/wire/CMakeLists.txt": "suhbat_library(wire SOURCES a.cpp LINK suhbat_chat Qt6::Gui)\n",
        "qml/theme/Theme.qml": "import QtQuick\nimport Suhbat.Chat\n",
        "qml/chat/Page.qml": "import QtQuick\nimport Suhbat.Theme\n",
    }
    expected = [
        "src/base/Climbs.cpp:1", "src/pusher/Sideways.cpp:1", "src/api/Dots.cpp:1",
        "src/chat/Nowhere.cpp:1", "src/chat/Gone.cpp:1", "src/demo/Peeks.cpp:1",
        "src/tools/listen.cpp:1", "src/models/Rows.h:1", "src/wire/Json.cpp:1",
        "src/pusher/Keys.cpp:1",
        "src/attic/Lost.cpp", "src/app/Helped.cpp:1", "src/wire/CMakeLists.txt: wire links suhbat_chat",
        "src/wire/CMakeLists.txt: wire links Qt6::Gui", "qml/theme/Theme.qml:2",
    ]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in broken.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        problems, _ = check(root)
    unseen = [e for e in expected if not any(p.startswith(e) for p in problems)]
    surplus = [p for p in problems if not any(p.startswith(e) for e in expected)]
    finish([f"not noticed: {e}" for e in unseen] + [f"wrongly reported: {p}" for p in surplus],
           f"self-test of {len(expected)} broken rules")


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
    finish(*check(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT))
