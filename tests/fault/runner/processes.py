"""The programs of a run: each is started here, spoken to by lines, and ended by its own id."""

import asyncio
import json
import os
import resource
import signal

END_PATIENCE = 5.0


class Ended(Exception):
    """A program ended that should not have."""


class Program:
    def __init__(self, name, arguments, setup=None):
        self.name = name
        self._arguments = [str(argument) for argument in arguments]
        self._setup = setup
        self._process = None
        self._reading = None
        self.exit_expected = False

    @property
    def pid(self):
        return self._process.pid

    @property
    def running(self):
        return self._process is not None and self._process.returncode is None

    async def start(self):
        environment = dict(os.environ, TZ="UTC", LC_ALL="C.UTF-8", QT_QPA_PLATFORM="offscreen",
                           QT_FORCE_STDERR_LOGGING="1")
        # Nobody's keyring: the login is kept in a file.
        environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
        self._process = await asyncio.create_subprocess_exec(
            *self._arguments, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            env=environment, preexec_fn=self._setup, restore_signals=False, limit=16 * 1024 * 1024)
        self._reading = asyncio.create_task(self._read())

    async def _read(self):
        while line := await self._process.stdout.readline():
            if line.endswith(b"\n"):  # a killed program may leave half of one
                self.on_line(line.decode())

    def on_line(self, line):
        raise NotImplementedError

    def write(self, text):
        if self.running:
            try:
                self._process.stdin.write(text.encode() + b"\n")
            except (BrokenPipeError, ConnectionResetError):
                pass

    async def kill(self, number=signal.SIGKILL):
        if self.running:
            self._process.send_signal(number)
        await self._end()

    async def quit(self):
        """The end of standard input is the end of the program."""
        if self.running:
            self._process.stdin.close()
        await self._end()

    async def _end(self):
        if self._process is None:
            return
        try:
            await asyncio.wait_for(self._process.wait(), END_PATIENCE)
        except asyncio.TimeoutError:
            self._process.kill()
            await self._process.wait()
        await self._reading


class Server(Program):
    """suhbat-demo-server on a port and a database of its own."""

    def __init__(self, binary, database, kind, port=0):
        arguments = [binary, "--port", port, "--quiet", "--database", database, "--fault-lines"]
        super().__init__("server", arguments + kind.server_options)
        self._ready = asyncio.get_running_loop().create_future()
        self._answers = asyncio.Queue()
        self.port = port
        self.app_key = ""

    def on_line(self, line):
        if line.startswith("{"):
            facts = json.loads(line)
            self.port = int(facts["api"].split(":")[2].split("/")[0])
            self.app_key = facts["appKey"]
            self._ready.set_result(None)
        else:
            self._answers.put_nowait(line.strip())

    async def start(self):
        await super().start()
        await asyncio.wait_for(self._ready, 10)

    async def order(self, line):
        self.write(line)
        answer = await asyncio.wait_for(self._answers.get(), 10)
        if answer != "done":
            raise RuntimeError(f"the server did not understand: {line}")


class Client(Program):
    """The chat program without its window."""

    def __init__(self, binary, port, app_key, data, journal, timeout_ms, wrapper=()):
        super().__init__("client", [*wrapper, binary, "--port", port, "--app-key", app_key,
                                    "--data", data, "--timeout", timeout_ms], setup=self._before)
        self._journal = journal
        self._counts = {}
        self._rows = {}
        self._news = asyncio.Condition()

    @staticmethod
    def _before():
        # A file that may not grow is an error then, and not the end of the program.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)

    def on_line(self, line):
        fact = json.loads(line)
        kind = fact["is"]
        self._counts[kind] = self._counts.get(kind, 0) + 1
        if kind in ("asked", "state"):
            self._journal.hear(fact)
        elif kind in ("rows", "list"):
            self._rows[fact.get("conversation", "")] = fact

    def order(self, **what):
        self.write(json.dumps(what))

    def heard(self, kind):
        return self._counts.get(kind, 0)

    async def until(self, condition, patience):
        """Whether `condition` held in time."""
        end = asyncio.get_running_loop().time() + patience
        while not condition():
            if asyncio.get_running_loop().time() > end:
                return False
            if not self.running:
                raise Ended(f"the client ended with {self._process.returncode}")
            await asyncio.sleep(0.01)
        return True

    async def rows(self, conversation, refresh, patience=12.0):
        """What the conversation shows, oldest first."""
        key = str(conversation)
        self._rows.pop(key, None)
        self.order(do="rows", conversation=key, refresh=refresh)
        if not await self.until(lambda: key in self._rows, patience):
            raise Ended("the client gave no rows")
        return self._rows[key]

    async def list(self):
        """The rows of the conversation list, as they are now."""
        self._rows.pop("", None)
        self.order(do="list")
        if not await self.until(lambda: "" in self._rows, 5):
            raise Ended("the client gave no list")
        return self._rows[""]["rows"]

    def limit_files(self, size):
        """No file of this program grows beyond that; None: as before."""
        hard = resource.prlimit(self.pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE,
                         (hard if size is None else size, hard))
