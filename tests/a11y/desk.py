"""A screen reader's hands and eyes: finds things by what they are called, and acts through AT-SPI
alone. Imported on a private bus (run.py)."""

import json
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

import pyatspi
from gi.repository import GLib

PATIENCE = 15  # seconds; what takes longer does not come
ACTIVE = {"push button", "toggle button", "check box", "radio button", "text", "entry", "password text",
          "list item", "menu item", "link", "page tab", "slider", "combo box", "spin button", "check menu item"}
# What a screen reader says when one comes into it.
AROUND = {"dialog", "alert", "popup menu", "menu", "list", "frame", "window", "tool tip", "page tab list"}


class Lost(Exception):
    """Something did not come; says what was there instead."""


class Desk:
    def __init__(self, build):
        self.bin = Path(build) / "bin"
        self.programs = []
        self.app = None

    def start(self):
        """The demo server, without people who act by themselves, and the client beside it."""
        server = self.run("suhbat-demo-server", "--quiet", stdout=subprocess.PIPE)
        told = json.loads(server.stdout.readline())
        self.api = told["api"]
        self.env_file = env_file = tempfile.NamedTemporaryFile("w", suffix=".env")  # as long as the program lives
        port = told["ws"].rsplit(":", 1)[1].split("/")[0]
        env_file.write(f"REVERB_APP_KEY={told['appKey']}\nREVERB_HOST=127.0.0.1\nREVERB_PORT={port}\n"
                       f"REVERB_SCHEME=http\nAPI_BASE_URL={told['api']}\n")
        env_file.flush()
        self.open("--env-file", env_file.name)

    def open(self, *arguments):
        """The client with its window."""
        self.client = self.run("suhbat", *arguments, stderr=subprocess.DEVNULL)
        self.app = None
        self.app = self.until("the program on the bus", lambda: next(
            (a for a in pyatspi.Registry.getDesktop(0) if a and a.get_process_id() == self.client.pid), None))

    def run(self, name, *arguments, **streams):
        program = subprocess.Popen([self.bin / name, *arguments], **streams)
        self.programs.append(program)
        return program

    def stop(self):
        while self.programs:
            program = self.programs.pop()
            program.terminate()
            program.wait()

    def until(self, what, condition):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                found = condition()
            except Exception:  # nodes go while they are looked at
                found = None
            if found:
                return found
            time.sleep(0.05)
        raise Lost(f"waited in vain for {what}; there was:\n{self.dump()}")

    # What is there
    def nodes(self, node=None, depth=0):
        """(node, depth) of everything that shows, as it is read."""
        for child in node or self.app or ():
            try:
                if child is None or not (child.getRoleName() in ("frame", "dialog", "window") or shows(child)):
                    continue
                yield child, depth
                yield from self.nodes(child, depth + 1)
            except Exception:
                continue

    def find(self, role, name):
        """The first that shows with that role, whose name starts with `name`."""
        return next((n for n, _ in self.nodes() if n.getRoleName() == role and label(n).startswith(name)), None)

    def see(self, role, name):
        return self.until(f'{role} "{name}"', lambda: self.find(role, name))

    def gone(self, role, name):
        self.until(f'{role} "{name}" to go', lambda: not self.find(role, name))

    def dump(self):
        return "\n".join(f"{'  ' * depth}[{n.getRoleName()}] {n.name!r} {n.description!r}"
                         for n, depth in self.nodes())

    def rows(self, name):
        """What the rows of the list of that name say, as they are read."""
        return [n.name for n, _ in self.nodes() if n.getRoleName() == "list item" and n.parent.name == name]

    def row_height(self, name):
        """Of the first row there, in pixels."""
        return next(n.queryComponent().getExtents(pyatspi.DESKTOP_COORDS).height for n, _ in self.nodes()
                    if n.getRoleName() == "list item" and n.parent.name == name)

    def jumbled(self, name):
        """Rows that are read before what stands above them."""
        tops = [(n.queryComponent().getExtents(pyatspi.DESKTOP_COORDS).y, n.name) for n, _ in self.nodes()
                if n.getRoleName() == "list item" and n.parent.name == name]
        return [f"{below!r} is read after {above!r}" for (y, above), (z, below) in zip(tops, tops[1:]) if z <= y]

    def unnamed(self):
        """The interactive ones, and those around them, that a screen reader could not tell apart."""
        return [f"[{n.getRoleName()}] in [{n.parent.getRoleName()}] {n.parent.name!r}"
                for n, _ in self.nodes() if n.getRoleName() in ACTIVE | AROUND and not label(n)]

    # What one does
    def press(self, role, name):
        node = self.see(role, name)
        actions = node.queryAction()
        names = [actions.getName(i).lower() for i in range(actions.nActions)]
        for wanted in ("press", "toggle", "check"):
            if wanted in names:
                return actions.doAction(names.index(wanted))
        raise Lost(f'{role} "{name}" can only {names}')

    def focus(self, role, name):
        node = self.see(role, name)
        self.until(f'the keyboard in {role} "{name}"', lambda: node.queryComponent().grabFocus() and
                   node.getState().contains(pyatspi.STATE_FOCUSED))
        return node

    def write(self, role, name, text):
        """Types, key by key: keys that come faster than the display takes them are lost."""
        node = self.focus(role, name)
        for letter in text:
            before = node.queryText().characterCount
            pyatspi.Registry.generateKeyboardEvent(0, letter, pyatspi.KEY_STRING)
            self.until(f'"{letter}" of "{text}"', lambda: node.queryText().characterCount > before)

    def key(self, name, *modifiers):
        """By the names of X11: key("Escape"), key("k", "Control_L")."""
        codes = [KEYS[m] for m in modifiers]
        for code in codes:
            pyatspi.Registry.generateKeyboardEvent(code, None, pyatspi.KEY_PRESS)
        pyatspi.Registry.generateKeyboardEvent(KEYS[name], None, pyatspi.KEY_PRESSRELEASE)
        for code in reversed(codes):
            pyatspi.Registry.generateKeyboardEvent(code, None, pyatspi.KEY_RELEASE)

    def listen(self, kind):
        """What is said of that kind from now on; ask the answer for it."""
        names = []
        pyatspi.Registry.registerEventListener(lambda event: names.append(event.source.name), kind)

        def heard():
            context = GLib.MainContext.default()
            while context.pending():
                context.iteration(False)
            return names
        for _ in range(10):  # until the program knows that somebody listens
            heard()
            time.sleep(0.05)
        return heard

    # What others do, by the server's API
    def post(self, path, body, token=""):
        request = urllib.request.Request(self.api + path, json.dumps(body).encode(), {
            "Content-Type": "application/json", "Accept": "application/json",
            **({"Authorization": f"Bearer {token}"} if token else {})})
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.loads(answer.read() or b"{}")

    def take_the_keyboard(self):
        """No window manager gives it to the window; without, no shortcut counts."""
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", "Suhbat", "windowfocus"], check=True,
                       stdout=subprocess.DEVNULL)

    def lee_says(self, room, text):
        login = self.post("/auth/login", {"phone": "998900000003", "password": "demo-pass"})
        self.post(f"/inbox/conversations/{room}/messages", {"body": text}, login["token"])


# Key codes of a keyboard with the usual layout, as Xvfb has it.
KEYS = {"Escape": 9, "Return": 36, "Tab": 23, "Control_L": 37, "Alt_L": 64, "Shift_L": 50, "Menu": 135,
        "k": 45, "n": 57, "f": 41, "slash": 61, "comma": 59, "equal": 21, "0": 19, "Up": 111, "Down": 116, "F6": 72}


def shows(node):
    state = node.getState()
    return state.contains(pyatspi.STATE_SHOWING) and state.contains(pyatspi.STATE_VISIBLE)


def label(node):
    """Qt hides the name of a password field; then its group says what it is for."""
    group = node.parent
    if node.getRoleName() == "password text" and not node.name and group.childCount <= 2:
        return group.name.strip()
    return node.name.strip()
