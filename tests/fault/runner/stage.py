"""One run: a server, a proxy before it, a client, and what was written meanwhile."""

import asyncio
import shutil
import tempfile
from pathlib import Path

from compare import compare, server_rows
from journal import Journal
from processes import Client, Ended, Server
from proxy import Proxy

DANA = 42
PHONE, PASSWORD = "998900000001", "demo-pass"
# Conversations of Dana's with one other person each: (conversation, who speaks there beside her).
ROOMS = ((12, 43), (13, 44), (14, 45), (19, 51))
# People repeat themselves; the blank text at the end of some makes a text of its own.
PHRASES = ("ok", "Yes", "Thanks", "👍", "On my way", "Ha, \"quoted\" & <b>bold</b>", "Хорошо", "Boʻldi")
IN_FLIGHT = 20


class Kind:
    """What the server does with the client's temp ids."""

    def __init__(self, name, server_options, keeps_temp_id):
        self.name = name
        self.server_options = server_options
        self.keeps_temp_id = keeps_temp_id


KINDS = (Kind("keeps", [], True), Kind("ignores", ["--without-temp-id"], False),
         Kind("unique", ["--with", "idempotentSend"], True))


class Unable(Exception):
    """This cannot run on this machine; the words say why."""


class Stage:
    TIMEOUT_MS = 1000  # of the client's requests

    def __init__(self, binaries, kind, random, verbose=False):
        self.kind = kind
        self.random = random
        self.folder = Path(tempfile.mkdtemp(prefix="suhbat-fault-"))
        self.database = self.folder / "server.db"
        self.data = self.folder / "data"
        self.data.mkdir(mode=0o700)
        self.journal = Journal()
        self.fired = 0  # beside what the proxy counts
        self.proxy = self.server = self.client = self.mounts = None
        self.wrapper = ()  # what the client is started through
        self._lives = 0
        self._binaries = binaries
        self._verbose = verbose

    async def open(self):
        self.server = Server(self._binaries / "bin/suhbat-demo-server", self.database, self.kind)
        await self.server.start()
        self.proxy = Proxy(self.server.port, self.random)
        await self.proxy.start()
        await self.start_client()

    async def close(self, keep=False):
        if self.client:
            await self.client.kill()
        if self.server:
            await self.server.kill()
        if self.proxy:
            await self.proxy.stop()
        if self.mounts:
            await self.mounts.close()
        if not keep:
            shutil.rmtree(self.folder, ignore_errors=True)

    async def start_client(self):
        self.client = Client(self._binaries / "tests-bin/suhbat-fault-client", self.proxy.port,
                             self.server.app_key, self.data, self.journal,
                             self.TIMEOUT_MS, self.wrapper)
        if self._verbose:
            self.client._arguments.append("--verbose")
        await self.client.start()
        self._lives += 1
        self.must(await self.client.until(lambda: self.client.heard("ready"), 10), "no client")

    async def sign_in(self):
        """Until list and socket work."""
        # A session that was kept comes by itself.
        if self._lives > 1:
            await self.client.until(lambda: self.client.heard("signedIn"), 1.5)
        for _ in range(10):
            if self.client.heard("signedIn"):
                break
            self.client.order(do="signIn", phone=PHONE, password=PASSWORD)
            if await self.client.until(lambda: self.client.heard("signedIn"), 3):
                break
        self.must(await self.client.until(lambda: self.client.heard("listed"), 15), "no list")
        self.must(await self.client.until(lambda: self.client.heard("subscribed"), 15),
                  "no subscription")

    async def begin(self):
        """As a person begins the day: everything has been looked at once."""
        await self.open()
        await self.sign_in()
        for room, _ in ROOMS:
            await self.client.rows(room, refresh=True)

    async def restart_server(self):
        port = self.server.port
        await self.server.kill(15)
        self.server = Server(self._binaries / "bin/suhbat-demo-server", self.database, self.kind,
                             port)
        await self.server.start()

    def burst(self, count=24, rooms=ROOMS):
        """Messages in all the conversations at once, many of them with the same words."""
        for i in range(count):
            room = rooms[i % len(rooms)][0]
            body = self.random.choice(PHRASES)
            if self.random.random() < 0.3:
                body += f" {self.random.randrange(1000)}"
            message = self.journal.write(room, body)
            self.client.order(do="send", conversation=str(room), text=body, number=message.number)

    async def others(self, count=8):
        """The other people write too; past the proxy, as they have their own ways."""
        for _ in range(count):
            room, person = self.random.choice(ROOMS)
            await self.server.order(f"send {person} {room} {self.random.choice(PHRASES)}")

    async def settle(self, patience=25.0):
        """Good weather until nothing is on its way any more."""
        self.proxy.calm()
        await self.client.until(lambda: not self.journal.waits(), patience)

    async def in_flight(self, count=IN_FLIGHT, patience=5.0):
        """Until so many messages have been on their way at one time."""
        await self.client.until(lambda: self.journal.peak >= count, patience)

    async def end_client(self, kill):
        await (self.client.kill() if kill else self.client.quit())
        self.journal.end_of_life()

    async def shows_all(self, room, patience=10.0):
        """Whether the open conversation comes to show what the server has, with nobody asking."""
        end = asyncio.get_running_loop().time() + patience
        while True:
            server = [str(row[0]) for row in server_rows(self.database, DANA)[room]]
            shown = [row["id"] for row in (await self.client.rows(room, refresh=False))["rows"]]
            if [id for id in shown if id] == server:
                return True
            if asyncio.get_running_loop().time() > end:
                return False
            await asyncio.sleep(0.05)

    async def all_rows(self):
        """The list, and each conversation as it is when it is opened."""
        shown = {}
        for room, _ in ROOMS:
            shown[room] = (await self.client.rows(room, refresh=True))["rows"]
        shown["list"] = await self.client.list()
        for row in shown["list"]:
            row.pop("timeText")  # "a minute ago"
        return shown

    async def list_at_once(self, patience):
        """The list of a program that was just started, whether a server answers or not."""
        end = asyncio.get_running_loop().time() + patience
        while not (rows := await self.client.list()):
            self.must(asyncio.get_running_loop().time() < end, "no list")
            await asyncio.sleep(0.01)
        for row in rows:
            row.pop("timeText")
        return rows

    async def rows_at_once(self, room, patience, wanted=bool):
        """What the conversation shows when it is opened and nobody answers, as soon as `wanted`."""
        self.client.order(do="open", conversation=str(room))
        end = asyncio.get_running_loop().time() + patience
        while True:
            rows = (await self.client.rows(room, refresh=False))["rows"]
            if wanted(rows) or asyncio.get_running_loop().time() > end:
                self.must(rows, f"no rows in conversation {room}")
                return rows
            await asyncio.sleep(0.01)

    async def verify(self, kill=None):
        """Live, then restarted; the outcome against the server's own database."""
        await self.settle()
        last = ROOMS[-1][0]
        live = await self.shows_all(last)
        await self.end_client(kill if kill is not None else self.random.random() < 0.5)
        await self.start_client()
        await self.sign_in()
        shown = {room: await self._rest_of(room) for room, _ in ROOMS}
        await self.client.quit()
        await self.server.quit()
        server = server_rows(self.database, DANA)
        outcome = compare(self.journal, server, shown, DANA, self.kind.keeps_temp_id)
        if not live:
            outcome.lose(1, f"the open conversation {last} never came to show what the server has")
        return outcome

    async def _rest_of(self, room, patience=25.0):
        """The rows of a conversation when nothing is on its way there any more."""
        end = asyncio.get_running_loop().time() + patience
        refresh = True
        while True:
            rows = (await self.client.rows(room, refresh))["rows"]
            if (all(row["state"] != "Sending" for row in rows)
                    or asyncio.get_running_loop().time() > end):
                return rows
            refresh = False
            await asyncio.sleep(0.1)

    @staticmethod
    def must(holds, what):
        if not holds:
            raise Ended(what)
