"""A TCP proxy on 127.0.0.1 that goes wrong as it is told to."""

import asyncio
import collections

import wires


class Weather:
    """What goes wrong on the way; nothing at first. Chances are from 0 to 1."""

    def __init__(self):
        self.delay = 0.0       # up to so many seconds for each piece
        self.throttle = 0      # bytes a second; 0: as fast as it goes
        self.cut = 0.0         # chance for each piece that its connection is cut
        self.silent = False    # new connections are taken, and nothing is passed on
        self.drop_reply = 0.0  # chance for each message sent: carried out, the reply lost
        self.lose = 0.0        # chances for each event of the socket
        self.double = 0.0
        self.swap = 0.0


class Proxy:
    def __init__(self, target, random):
        self.target = target
        self.random = random
        self.weather = Weather()
        self.fired = collections.Counter()
        self.statuses = collections.Counter()
        self._lines = set()
        self._server = None

    async def start(self):
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self):
        """As if the cable were pulled out: connections end, and new ones are refused."""
        self._server.close()
        for line in list(self._lines):
            line.cut()
        await self._server.wait_closed()

    async def start_again(self):
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)

    def calm(self):
        """Good weather. What was silenced stays silent: nobody mends a dead connection."""
        self.weather = Weather()

    def cut_all(self):
        for line in list(self._lines):
            self.fired["cut"] += 1
            line.cut()

    def silence_all(self):
        """Half-open: nothing is passed on any more, and nobody is told."""
        for line in list(self._lines):
            self.fired["half-open"] += 1
            line.silent = True

    async def _serve(self, reader, writer):
        line = Line(self, reader, writer)
        if self.weather.silent:
            self.fired["half-open"] += 1
            line.silent = True
        self._lines.add(line)
        try:
            await line.run()
        finally:
            self._lines.discard(line)


class Line:
    """One connection of the client, and the one to the server that belongs to it."""

    def __init__(self, proxy, reader, writer):
        self._proxy = proxy
        self._client = (reader, writer)
        self._server = None
        self._asked = collections.deque()  # requests that wait for their reply
        self._frames = None                # after the upgrade
        self._held = None                  # an event that the next one overtakes
        self.silent = False

    def cut(self):
        for _, writer in filter(None, (self._client, self._server)):
            writer.transport.abort()

    async def run(self):
        try:
            self._server = await asyncio.open_connection("127.0.0.1", self._proxy.target)
        except OSError:
            self._client[1].transport.abort()
            return
        pumps = [asyncio.create_task(self._pump(self._client[0], self._from_client)),
                 asyncio.create_task(self._pump(self._server[0], self._from_server))]
        try:
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
            if self.silent:  # the server's end must not reach the client
                await asyncio.wait(pumps[:1])
        finally:
            for pump in pumps:
                pump.cancel()
            self.cut()

    async def _pump(self, reader, take):
        http = wires.HttpStream()
        try:
            while data := await reader.read(65536):
                if self.silent:
                    continue
                await take(http, data)
        except (OSError, asyncio.IncompleteReadError):
            pass

    async def _from_client(self, http, data):
        if self._frames is not None:
            await self._pass(self._server[1], data)
            return
        for request in http.feed(data):
            method, path = wires.request_line(request)
            self._asked.append((method, path))
            if wires.is_upgrade(request):
                self._frames = wires.FrameStream()
            await self._pass(self._server[1], request)

    async def _from_server(self, http, data):
        if self._frames is not None and not self._asked:
            await self._pass_frames(data)
            return
        for reply in http.feed(data):
            await self._pass_reply(reply)
            if wires.status_of(reply) == 101:
                await self._pass_frames(http.rest())

    async def _pass_reply(self, reply):
        proxy = self._proxy
        method, path = self._asked.popleft()
        proxy.statuses[wires.status_of(reply)] += 1
        if (wires.sends_message(method, path) and wires.status_of(reply) in (200, 201)
                and proxy.random.random() < proxy.weather.drop_reply):
            proxy.fired["reply-dropped"] += 1
            if proxy.random.random() < 0.5:
                self.cut()
            else:
                self.silent = True
            return
        await self._pass(self._client[1], reply)

    async def _pass_frames(self, data):
        proxy, weather = self._proxy, self._proxy.weather
        for frame in self._frames.feed(data):
            if not wires.is_event(frame):
                await self._pass(self._client[1], frame)
                continue
            if proxy.random.random() < weather.lose:
                proxy.fired["lost"] += 1
                continue
            if self._held is None and proxy.random.random() < weather.swap:
                self._held = frame
                continue
            copies = 1
            if proxy.random.random() < weather.double:
                proxy.fired["doubled"] += 1
                copies = 2
            await self._pass(self._client[1], frame * copies)
            if self._held is not None:
                proxy.fired["swapped"] += 1
                held, self._held = self._held, None
                await self._pass(self._client[1], held)

    async def _pass(self, writer, data):
        proxy, weather = self._proxy, self._proxy.weather
        if self.silent:
            return
        if weather.delay:
            proxy.fired["delay"] += 1
            await asyncio.sleep(proxy.random.uniform(0, weather.delay))
        if weather.cut and proxy.random.random() < weather.cut:
            proxy.fired["cut"] += 1
            # Before, in the middle of, or after what was to be passed on.
            writer.write(data[:proxy.random.choice((0, len(data) // 2, len(data)))])
            await writer.drain()
            await asyncio.sleep(proxy.random.choice((0, 0.02)))
            self.cut()
            return
        if weather.throttle:
            proxy.fired["throttle"] += 1
            for start in range(0, len(data), 512):
                writer.write(data[start:start + 512])
                await writer.drain()
                await asyncio.sleep(min(512, len(data) - start) / weather.throttle)
            return
        writer.write(data)
        await writer.drain()
