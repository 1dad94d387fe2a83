#!/usr/bin/env python3
"""What the window costs while nothing happens: idle.py BUILD [--desktop] [SECONDS [PAGE...]]

Starts the client and its demo server under an Xvfb of its own, logs in by keyboard, and counts on each
page, once the caret rests, the frames that are drawn and what wakes the program up: the ping of the
protocol, something of ours, or a cache of Qt's. Fails when a frame is drawn, when something of ours
wakes it up, or more pings than were agreed on.

--desktop: with a session bus of its own, on which are a tray and a notification server (python3-dbusmock)."""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RESTED = 13  # seconds; the caret rests after 10
PING_EVERY = 30  # the demo server's activity_timeout
WAKES_A_PING = 2  # the timer and the pong
CACHES = 12  # Qt's give back what they keep by and by, each with timers of its own
PING = re.compile(r"(socket|timer of suhbat::pusher::PusherClient.*)$")
QT_CACHE = re.compile(r"timer of (QObject|QQuickPixmapStore),")
THREADS_OF_OURS = re.compile("QNetworkAccess|Thread|QQml")
WATCHER = "org.kde.StatusNotifierWatcher"
BUS = """<busconfig><type>session</type><listen>unix:dir={}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""
PAGES = ("chat", "search", "emoji", "switcher", "settings", "diagnostics")


class Bench:
    def __init__(self, build, desktop=False):
        self.bin = Path(build) / "bin"
        self.folder = tempfile.TemporaryDirectory()
        self.programs = []
        read, write = os.pipe()
        self.programs.append(subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-noreset", "-screen", "0", "1280x900x24"],
            pass_fds=[write], stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as number:
            display = f":{number.readline().strip()}"
        home = self.folder.name
        self.environment = dict(
            os.environ, DISPLAY=display, QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software", LC_ALL="C.UTF-8",
            XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home, XDG_RUNTIME_DIR=home,
            DBUS_SESSION_BUS_ADDRESS=f"unix:path={home}/none",
            QT_LOGGING_RULES="qt.scenegraph.time.renderloop=true;wakes.debug=true")

        self.watcher = self.start_desktop() if desktop else None

    def start_desktop(self):
        """A session bus with a tray that takes icons in, and a server for notifications."""
        config = Path(self.folder.name) / "bus.conf"
        config.write_text(BUS.format(self.folder.name))
        bus = subprocess.Popen(["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.programs.append(bus)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        mock = [sys.executable, "-m", "dbusmock"]
        for arguments in (["--template", "notification_daemon"], [WATCHER, "/StatusNotifierWatcher", WATCHER]):
            self.programs.append(subprocess.Popen(mock + arguments, env=self.environment, stdin=subprocess.DEVNULL,
                                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        import dbus  # comes with dbusmock; nobody else needs it
        session = dbus.bus.BusConnection(self.environment["DBUS_SESSION_BUS_ADDRESS"])
        end = time.monotonic() + 15
        while not all(map(session.name_has_owner, (WATCHER, "org.freedesktop.Notifications"))):
            if time.monotonic() > end:
                raise SystemExit("no tray, no notifications: is python3-dbusmock there?")
            time.sleep(0.1)
        watcher = dbus.Interface(session.get_object(WATCHER, "/StatusNotifierWatcher"), "org.freedesktop.DBus.Mock")
        watcher.AddMethod(WATCHER, "RegisterStatusNotifierItem", "s", "", "")
        watcher.AddProperty(WATCHER, "IsStatusNotifierHostRegistered", True)
        watcher.AddProperty(WATCHER, "ProtocolVersion", 0)
        return watcher

    def in_tray(self):
        return any(call[1] == "RegisterStatusNotifierItem" for call in self.watcher.GetCalls())

    def start(self):
        # The demo server is a process of its own, and nothing of the client waits for a keyring.
        self.log = Path(self.folder.name) / "log"
        with self.log.open("w") as log:
            self.client = subprocess.Popen([self.bin / "suhbat", "--demo-quiet", "--language", "en"], stderr=log,
                                           stdin=subprocess.DEVNULL, env=self.environment)
        self.programs.append(self.client)
        # No window manager gives it the keyboard; without, no shortcut counts.
        self.xdotool("search", "--sync", "--onlyvisible", "--name", "Suhbat", "windowfocus")
        time.sleep(4)
        self.keys("Return")  # the account is filled in
        time.sleep(4)
        self.keys("ctrl+1")
        if self.watcher and not self.in_tray():
            raise SystemExit("no icon came into the tray: the figures would be worth nothing")

    def stop(self):
        for program in reversed(self.programs):
            program.terminate()
            program.wait()
        self.folder.cleanup()

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def keys(self, *names):
        for name in names:
            self.xdotool("key", name)
            time.sleep(0.6)

    def show(self, page):
        {"chat": lambda: None,
         "search": lambda: self.keys("ctrl+f"),
         "emoji": lambda: self.keys("Escape", "ctrl+1", "Tab", "Return"),
         "switcher": lambda: self.keys("Escape", "Escape", "ctrl+k"),
         "settings": lambda: self.keys("Escape", "Escape", "ctrl+comma"),
         "diagnostics": lambda: self.keys("Down", "Down", "Down", "Down", "Down", "Down", "Return"),
         }[page]()

    def wakes(self):
        """Voluntary context switches of each thread, by its id and name."""
        counts = {}
        for task in Path(f"/proc/{self.client.pid}/task").iterdir():
            try:
                text = (task / "status").read_text()
            except OSError:  # it has just ended
                continue
            name = re.search(r"Name:\s*(.*)", text)[1]
            counts[f"{name}-{task.name}"] = int(re.search(r"\nvoluntary_ctxt_switches:\s*(\d+)", text)[1])
        return counts

    def woken(self):
        """What woke the main thread up, time after time, as the program says (WakeLog)."""
        return re.findall(r"^woken: (.*)$", self.log.read_text(errors="replace"), re.MULTILINE)

    def frames(self):
        return len(re.findall("Frame rendered|frame rendered", self.log.read_text(errors="replace")))

    def picture(self, page):
        if folder := os.environ.get("SUHBAT_IDLE_PICTURES"):
            subprocess.run(["import", "-window", "root", f"{folder}/{page}.png"], env=self.environment, check=False)

    def measure(self, page, seconds):
        self.show(page)
        drawn = self.frames()
        time.sleep(RESTED)
        if page == PAGES[0] and drawn == 0:
            raise SystemExit("no frame was ever counted: the count is worth nothing")
        self.picture(page)
        frames, before, told = self.frames(), self.wakes(), len(self.woken())
        time.sleep(seconds)
        after = self.wakes()
        others = {name: count - before.get(name, 0) for name, count in after.items() if count > before.get(name, 0)
                  and not name.endswith(f"-{self.client.pid}")}
        return self.frames() - frames, Wakes(self.woken()[told:], others)


class Wakes:
    """Told apart: the lines of the main thread, and how often each other thread woke up."""

    def __init__(self, lines, threads):
        self.ping = self.caches = self.ours = self.system = 0
        self.unknown = []
        for line in lines:
            reasons = line.split("; ")
            if all(map(PING.match, reasons)):
                self.ping += 1
            elif all(map(QT_CACHE.match, reasons)):
                self.caches += 1
            else:
                self.ours += 1
                self.unknown.append(line)
        for name, count in threads.items():
            if THREADS_OF_OURS.match(name):
                self.ours += count
            else:
                self.system += count
            self.unknown.append(f"thread {name} {count} times")

    def __str__(self):
        return f"{self.ping:5} {self.ours:5} {self.caches:7} {self.system:7}   " + " | ".join(self.unknown)


def main():
    desktop = "--desktop" in sys.argv
    arguments = [each for each in sys.argv[1:] if each != "--desktop"]
    build = arguments[0] if arguments else "build/dev"
    seconds = int(arguments[1]) if len(arguments) > 1 else 20
    pages = arguments[2:] or PAGES
    pings = WAKES_A_PING * (seconds // PING_EVERY + 1)
    bench = Bench(build, desktop)
    wrong = []
    try:
        bench.start()
        print(f"in {seconds} s; at most {pings} wake-ups of the ping")
        print(f"{'page':12} frames  ping  ours  caches  system")
        for page in pages:
            frames, wakes = bench.measure(page, seconds)
            print(f"{page:12} {frames:6} {wakes}", flush=True)
            if frames or wakes.ours or wakes.ping > pings or wakes.caches + wakes.system > CACHES:
                wrong.append(page)
    finally:
        bench.stop()
    if wrong:
        raise SystemExit(f"not idle: {', '.join(wrong)}")


main()
