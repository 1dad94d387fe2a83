#!/usr/bin/env python3
"""What keeps Suhbat from its server when it is started from a menu is said in a window, and Try again goes on."""

import os
import sys
import tempfile
import traceback
from pathlib import Path

from desk import Desk, Lost


def refused(desk, title, detail):
    """The dialog says so, and its details what exactly."""
    desk.see("dialog", title)
    desk.press("push button", "Show details")
    desk.until(f"{detail} in the details", lambda: any(
        detail in n.name or "text" in n.getRoleName() and detail in n.queryText().getText(0, -1)
        for n, _ in desk.nodes()))


def first_start(desk):
    """Nothing was ever set: the login page asks, and goes on without an answer."""
    desk.open()
    desk.see("dialog", "Server")
    desk.see("label", "Suhbat does not know your server yet")
    desk.press("push button", "Cancel")
    desk.gone("dialog", "Server")
    desk.press("push button", "Set up the server…")
    desk.see("dialog", "Server")
    desk.stop()


def wrong_file(desk):
    file = Path(os.environ["HOME"]) / ".config/suhbat/server.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('{"host": "chat.example.com", "app-key": "key", "port": 99999}')
    desk.open()
    refused(desk, "The settings of the server cannot be used", "99999")
    desk.press("push button", "Try again")
    desk.see("dialog", "The settings of the server cannot be used")  # still so
    file.write_text('{"host": "127.0.0.1", "app-key": "key", "port": 1, "scheme": "http"}')
    desk.press("push button", "Try again")
    desk.gone("dialog", "The settings of the server cannot be used")
    desk.see("push button", "Log in")
    desk.stop()


def no_demo_server(desk, build):
    """As it is where only half of it was installed."""
    with tempfile.TemporaryDirectory(dir=build) as folder:
        installed, desk.bin = desk.bin, Path(folder)
        os.link(installed / "suhbat", desk.bin / "suhbat")
        desk.open("--demo-quiet")
        refused(desk, "The demo server is not running", "suhbat-demo-server")
        os.link(installed / "suhbat-demo-server", desk.bin / "suhbat-demo-server")
        desk.press("push button", "Try again")
        desk.press("push button", "Log in")
        desk.see("list item", "Kim Ito")
        desk.stop()


def main():
    build = sys.argv[1]
    problem = ""
    for mistake in (first_start, wrong_file, lambda desk: no_demo_server(desk, build)):
        desk = Desk(build)
        try:
            mistake(desk)
        except Lost as lost:
            problem += f"{lost}\n"
        except Exception:  # it has ended, say
            problem += traceback.format_exc()
        finally:
            desk.stop()
    print(problem or "mistakes: ok")
    return 1 if problem else 0


sys.exit(main())
