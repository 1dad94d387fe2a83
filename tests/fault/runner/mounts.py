"""Mounts that only the client sees: a small disk, or one that cannot be written."""

import asyncio
import os
from pathlib import Path


class NotAllowed(Exception):
    """This machine lets nobody mount; the words say what it said."""


class Mounts:
    """A mount namespace, held open by a process that waits for the end of its input."""

    def __init__(self):
        self._holder = None

    @property
    def enter(self):
        """What a command is started through to be inside."""
        inside = ["nsenter", "-t", str(self._holder.pid), "-m"]
        return inside if os.geteuid() == 0 else [*inside, "-U", "--preserve-credentials"]

    def path(self, folder):
        """The folder as it is inside, for us."""
        return Path(f"/proc/{self._holder.pid}/root{folder}")

    async def open(self, command):
        """`command` mounts; NotAllowed when it cannot."""
        share = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
        try:
            self._holder = await asyncio.create_subprocess_exec(
                *share, "--propagation", "private", "sh", "-c", f"{command} && echo ready && exec cat",
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE)
        except FileNotFoundError as missing:
            raise NotAllowed(f"no {missing.filename}") from missing
        if await asyncio.wait_for(self._holder.stdout.readline(), 10) != b"ready\n":
            words = (await self._holder.stderr.read()).decode(errors="replace").strip()
            await self._holder.wait()
            self._holder = None
            raise NotAllowed(f"mounting is not allowed here: {words}")

    async def run(self, *command):
        done = await asyncio.create_subprocess_exec(
            *self.enter, *command, stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE)
        _, words = await asyncio.wait_for(done.communicate(), 10)
        if done.returncode:
            raise NotAllowed(words.decode(errors="replace").strip())

    async def close(self):
        if self._holder is not None:
            self._holder.stdin.close()
            await self._holder.wait()
