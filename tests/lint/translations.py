#!/usr/bin/env python3
"""Every text of the program is translated, and the .ts files are what lupdate would write."""

import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as xml
from collections import Counter
from pathlib import Path

from common import ROOT, finish, our_files, skip

PLACES = ("/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate")
PLACE_HOLDER = re.compile(r"%(?:L?\d+|n)")
COMPLETE = ("uz", "ru")


def messages(file):
    """[(key, message element)]; the key is what lupdate knows a text by."""
    found = []
    for context in xml.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source") or "",
                   message.findtext("comment") or "", message.get("numerus") == "yes")
            found.append((key, message))
    return found


def forms(translation):
    plural = translation.findall("numerusform")
    return [form.text or "" for form in plural] if plural else [translation.text or ""]


def language_of(path):
    return xml.parse(ROOT / path).getroot().get("language", "").replace("-", "_").split("_")[0]


def untranslated(path):
    complete = language_of(path) in COMPLETE
    for (context, source, _, numerus), message in messages(ROOT / path):
        translation = message.find("translation")
        state = translation.get("type") if translation is not None else "missing"
        where = f'{path}: {context}: "{source[:60]}"'
        if state in ("vanished", "obsolete"):
            yield f"{where} is in the program no more"
        elif complete and (state or not all(forms(translation))):
            yield f"{where} has no finished translation"
        elif complete:
            wanted = set(PLACE_HOLDER.findall(source))
            for form in forms(translation):
                given = set(PLACE_HOLDER.findall(form))
                # A plural form may leave the number out ("one message").
                if given - wanted or wanted - given - ({"%n"} if numerus else set()):
                    yield f"{where}: other place holders in its translation"


def out_of_date(tool, path, sources):
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        shutil.copy(ROOT / path, copy)
        done = subprocess.run(
            [tool, "-silent", "-locations", "none", "-no-ui-lines", "-I", str(ROOT / "src"),
             *map(str, sources), "-ts", str(copy)], cwd=ROOT, capture_output=True, text=True)
        if done.returncode:
            return [f"{path}: lupdate failed: {done.stderr.strip()}"]
        def alive(file):
            return Counter(key for key, message in messages(file)
                           if message.find("translation").get("type") not in ("vanished", "obsolete"))
        before, after = alive(ROOT / path), alive(copy)
    return ([f'{path}: lupdate would add {key[0]}: "{key[1][:60]}"' for key in after - before] +
            [f'{path}: lupdate would drop {key[0]}: "{key[1][:60]}"' for key in before - after])


def main():
    files = our_files(".ts")
    files = [p for p in files if p.parts[0] == "translations"]
    if not files:
        finish([], "0 translations")
    tool = next((shutil.which(p) for p in PLACES if shutil.which(p)), None)
    if not tool:
        skip("lupdate is not here")
    sources = [p for p in our_files(".cpp", ".h", ".qml") if p.parts[0] in ("src", "qml")]
    problems = []
    for path in files:
        problems += untranslated(path)
        problems += out_of_date(tool, path, sources)
    finish(problems, f"{len(files)} translations, {len(sources)} sources")


main()
