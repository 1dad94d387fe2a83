#!/usr/bin/env python3
"""What a long history costs where the server cannot page: history.py BUILD [MESSAGES]

A demo server has a conversation of so many messages and answers with all of them. The client, a
process of its own, logs in and opens it; told are the longest time in which its GUI
thread did not come back to its event loop, and its memory. Needs strace, Xvfb and xdotool."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOM = 12
DANA, KIM = 42, 43


def environment(home, display=""):
    return dict(os.environ, DISPLAY=display, QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software", LC_ALL="C.UTF-8",
                XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home, XDG_RUNTIME_DIR=home,
                DBUS_SESSION_BUS_ADDRESS=f"unix:path={home}/none")


def screen():
    read, write = os.pipe()
    program = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-noreset", "-screen", "0", "1280x900x24"],
                               pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        return program, f":{number.readline().strip()}"


def server(build, home, database):
    program = subprocess.Popen(
        [build / "bin/suhbat-demo-server", "--quiet", "--database", database, "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment(home))
    for line in program.stdout:
        if line.startswith("{"):
            return program, json.loads(line)
    raise SystemExit("the demo server does not start")


def fill(database, count, unread):
    db = sqlite3.connect(database)
    db.execute("DELETE FROM messages WHERE conversation_id = ?", (ROOM,))
    first = 1000000
    now = int(time.time())
    if db.execute("SELECT MAX(created_at) FROM messages").fetchone()[0] > now * 100:
        now *= 1000
    step = 60 if now < 10 ** 11 else 60000
    for i in range(count):
        body = " ".join(f"word{(i * 7 + j * 13) % 4000}" for j in range(4 + i % 16))
        db.execute("INSERT INTO messages VALUES (?, ?, ?, ?, NULL, ?)",
                   (first + i, ROOM, KIM if i % 2 or i > count - unread else DANA, body,
                    now - (count - i) * step))
        if i <= count - unread:
            db.execute("INSERT OR IGNORE INTO reads VALUES (?, ?)", (first + i, DANA))
    db.commit()
    db.close()


def memory(pid, name):
    return int(re.search(name + r":\s*(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) // 1024


def blocks(trace, since):
    """Of the main thread: from the return of one wait to the next; milliseconds, longest first."""
    longest, left = [], None
    for line in trace.read_text(errors="replace").splitlines():
        found = re.match(r"(?:\d+ +)?(\d+\.\d+) p?poll.*?<(\d+\.\d+)>$", line)
        if not found:
            continue
        began, took = float(found[1]), float(found[2])
        if left is not None and left >= since:
            longest.append(((began - left) * 1000, began))
        left = began + took
    return sorted(longest, reverse=True)


def settled(pid, trace, quiet=3, patience=120):
    """Until all its threads together have used next to nothing for a while."""
    def used():
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])
    until = time.time() + patience
    while time.time() < until:
        before = used()
        time.sleep(quiet)
        if used() - before <= 5:
            return
    print("it never came to rest")


def main():
    build = Path(sys.argv[1] if len(sys.argv) > 1 else "build/dev").resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20000
    unread = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    programs = []
    with tempfile.TemporaryDirectory() as home:
        try:
            database = f"{home}/server.db"
            demo, _ = server(build, home, database)
            demo.terminate()
            demo.wait()
            fill(database, count, unread)
            demo, where = server(build, home, database)
            programs.append(demo)
            screen_program, display = screen()
            programs.append(screen_program)
            around = environment(home, display)
            trace = Path(home) / "trace"
            port = re.search(r":(\d+)", where["ws"].split("//")[1])[1]
            tracer = subprocess.Popen(
                ["strace", "-ttt", "-T", "-e", "trace=poll,ppoll", "-o", trace, build / "bin/suhbat", "--language",
                 "en", "--host", "127.0.0.1", "--port", port, "--scheme", "http", "--app-key", where["appKey"],
                 "--api-base-url", where["api"]], env=around, stderr=subprocess.DEVNULL)
            programs.append(tracer)

            def keys(*what):
                subprocess.run(["xdotool", *what], env=around, check=True, stdout=subprocess.DEVNULL)
                time.sleep(0.5)
            keys("search", "--sync", "--onlyvisible", "--name", "Suhbat", "windowfocus")
            client = int(Path(f"/proc/{tracer.pid}/task/{tracer.pid}/children").read_text().split()[0])
            settled(client, trace)
            keys("type", "998900000001")
            keys("key", "Tab")
            keys("type", "demo-pass")
            keys("key", "Return")
            settled(client, trace)
            print(f"logged in: {memory(client, 'VmRSS')} MB, longest {blocks(trace, 0)[0][0]:.0f} ms", flush=True)
            for what in ("opened", "opened again"):
                began = time.time()
                keys("key", "ctrl+1")
                settled(client, trace)
                told = ", ".join(f"{ms:.0f}" for ms, _ in blocks(trace, began)[:5])
                print(f"{what}: {memory(client, 'VmRSS')} MB, at most {memory(client, 'VmHWM')} MB,"
                      f" longest blocks of the GUI thread {told} ms", flush=True)
                if folder := os.environ.get("SUHBAT_BENCH_PICTURES"):
                    subprocess.run(["import", "-window", "root", f"{folder}/{what.replace(' ', '-')}.png"], env=around,
                                   check=False)
                keys("key", "ctrl+2")
                settled(client, trace)
        finally:
            for program in reversed(programs):
                if program.poll() is None:
                    for child in Path(f"/proc/{program.pid}/task/{program.pid}/children").read_text().split():
                        os.kill(int(child), signal.SIGTERM)
                    program.terminate()
                    program.wait()


main()
