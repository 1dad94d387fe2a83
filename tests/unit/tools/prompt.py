#!/usr/bin/env python3
"""What a person sees who is asked for a password: prompt.py SUHBAT_LISTEN SUHBAT_DEMO_SERVER

Plays that person on a pseudo-terminal: the password must not be echoed, the terminal must be as
before afterwards, after Ctrl+C too, and colours are for terminals.
"""

import json
import os
import pty
import select
import signal
import subprocess
import sys
import tempfile
import termios
import time

LISTEN, SERVER = sys.argv[1:3]
PASSWORD = "demo-pass"
LONGEST = 20  # seconds


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, arguments, home):
        self.seen = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": home,
                           "XDG_CONFIG_HOME": home, "TERM": "xterm"}
            os.execve(LISTEN, [LISTEN, *arguments], environment)

    def read_until(self, text):
        until = time.monotonic() + LONGEST
        while text not in self.seen:
            ready, _, _ = select.select([self.fd], [], [], max(0, until - time.monotonic()))
            if not ready:
                raise SystemExit(f"no {text!r} in: {self.seen!r}")
            try:
                part = os.read(self.fd, 4096)
            except OSError:
                part = b""
            if not part:
                raise SystemExit(f"ended without {text!r}: {self.seen!r}")
            self.seen += part

    def read_to_end(self):
        while True:
            try:
                part = os.read(self.fd, 4096)
            except OSError:
                return
            if not part:
                return
            self.seen += part

    def type(self, text):
        os.write(self.fd, text)

    def echoes(self):
        return bool(termios.tcgetattr(self.fd)[3] & termios.ECHO)

    def exit_code(self):
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)


def check(condition, what):
    if not condition:
        raise SystemExit(f"FAIL: {what}")
    print(f"ok: {what}")


def logs_in(options, home):
    terminal = Terminal([*options, "--count=1", "--probe=12"], home)
    terminal.read_until(b"Phone: ")
    check(terminal.echoes(), "the phone number shows while it is typed")
    terminal.type(b"998900000001\n")
    terminal.read_until(b"Password: ")
    check(not terminal.echoes(), "the terminal does not echo the password")
    terminal.type(PASSWORD.encode() + b"\n")
    terminal.read_until(b"Subscribed")
    check(terminal.echoes(), "the terminal echoes again afterwards")
    terminal.read_to_end()
    check(terminal.exit_code() == 0, "it ends with 0")
    check(PASSWORD.encode() not in terminal.seen, "the password was never shown")
    check(b"998900000001" in terminal.seen, "the phone number was")
    check(b"\033[32m[SUCCESS]" in terminal.seen, "a terminal gets colours")


def restores(options, home):
    """Ctrl+C at the password, with a shell that stays on the same terminal and tells."""
    script = 'trap : INT; "$@"; echo "code $?"; stty -a'
    pid, fd = pty.fork()
    if pid == 0:
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": home,
                       "XDG_CONFIG_HOME": home, "TERM": "dumb"}
        os.execve("/bin/sh", ["sh", "-c", script, "sh", LISTEN, *options,
                              "--identifier=998900000001"], environment)
    terminal = Terminal.__new__(Terminal)
    terminal.seen, terminal.pid, terminal.fd = b"", pid, fd
    terminal.read_until(b"Password: ")
    terminal.type(b"\x03")
    terminal.read_to_end()
    terminal.exit_code()
    check(b"code 130" in terminal.seen, "Ctrl+C at the password ends with 130")
    check(b" echo " in terminal.seen and b"-echo " not in terminal.seen,
          "the terminal echoes again after Ctrl+C")


def main():
    with tempfile.TemporaryDirectory() as home:
        server = subprocess.Popen([SERVER, "--quiet", "--exit-with-parent"], stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE)
        try:
            ready = json.loads(server.stdout.readline())
            port = ready["ws"].rsplit(":", 1)[1]
            options = ["--host=127.0.0.1", "--scheme=http", f"--port={port}",
                       f"--app-key={ready['appKey']}", f"--api-base-url={ready['api']}"]
            logs_in(options, home)
            restores(options, home)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait()


main()
