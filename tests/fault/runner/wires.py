"""What the proxy has to know of HTTP and WebSocket: where a request, a reply or a frame ends."""

import re

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.I)
UPGRADE = re.compile(rb"\r\nupgrade: *websocket", re.I)


class HttpStream:
    """Cuts a stream into whole requests or replies."""

    def __init__(self):
        self._unread = b""

    def feed(self, data):
        self._unread += data
        while True:
            whole = self._take()
            if whole is None:
                return
            yield whole

    def rest(self):
        """What came after the last whole one: it belongs to what follows an upgrade."""
        rest, self._unread = self._unread, b""
        return rest

    def _take(self):
        end = self._unread.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = self._unread[:end + 4]
        length = LENGTH.search(head)
        size = len(head) + (int(length.group(1)) if length else 0)
        if len(self._unread) < size:
            return None
        whole, self._unread = self._unread[:size], self._unread[size:]
        return whole


def is_upgrade(request):
    return UPGRADE.search(request) is not None


def request_line(request):
    """("POST", "/api/…")"""
    method, path, _ = request.split(b"\r\n", 1)[0].decode("latin-1").split(" ", 2)
    return method, path


def status_of(reply):
    return int(reply[9:12])


def sends_message(method, path):
    return method == "POST" and re.search(r"/conversations/\w+/messages$", path.split("?")[0])


class FrameStream:
    """Cuts what a server sends over a WebSocket into frames."""

    def __init__(self):
        self._unread = b""

    def feed(self, data):
        self._unread += data
        while len(self._unread) >= 2:
            size, start = self._unread[1] & 0x7f, 2
            if size == 126:
                size, start = int.from_bytes(self._unread[2:4], "big"), 4
            elif size == 127:
                size, start = int.from_bytes(self._unread[2:10], "big"), 10
            if len(self._unread) < start + size or start > len(self._unread):
                return
            frame, self._unread = self._unread[:start + size], self._unread[start + size:]
            yield frame


def is_event(frame):
    """Of the application, not of the protocol."""
    return frame[0] & 0x0f == 1 and b'"event":"pusher' not in frame
