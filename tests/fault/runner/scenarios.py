"""What can go wrong, one function each. A scenario begins, does harm, and says how often it fired."""

import asyncio
import errno

from mounts import Mounts, NotAllowed
from stage import ROOMS, Unable

PAGE = 50  # messages that a conversation opens with


async def clean(stage):
    stage.proxy.weather.delay = 0.04  # all are on their way at one time, on a busy machine too
    stage.burst(24)
    await stage.in_flight()
    stage.proxy.calm()
    await stage.others(8)
    stage.burst(8)
    return len(stage.journal.messages)  # nothing fires: what was written is what counts


async def delay(stage):
    stage.proxy.weather.delay = 0.12
    stage.burst(24)
    await stage.others(8)
    await asyncio.sleep(1.0)
    return stage.proxy.fired["delay"]


async def cut(stage):
    stage.proxy.weather.cut = 0.12
    stage.burst(24)
    await stage.others(6)
    await asyncio.sleep(stage.random.uniform(0.05, 0.6))
    stage.proxy.cut_all()
    stage.burst(6)
    await stage.others(4)
    await asyncio.sleep(1.0)
    return stage.proxy.fired["cut"]


async def half_open(stage):
    stage.burst(24)
    await asyncio.sleep(stage.random.uniform(0, 0.08))
    stage.proxy.silence_all()
    stage.proxy.weather.silent = True
    await stage.others(6)
    stage.burst(6)
    await asyncio.sleep(stage.random.uniform(0.3, 1.6))
    return stage.proxy.fired["half-open"]


async def throttle(stage):
    stage.proxy.weather.throttle = stage.random.choice((8000, 16000, 30000))
    stage.burst(24)
    await stage.others(8)
    await asyncio.sleep(1.5)
    return stage.proxy.fired["throttle"]


async def reply_dropped(stage):
    stage.proxy.weather.drop_reply = 0.4
    stage.burst(24)
    await stage.others(4)
    await asyncio.sleep(1.2)
    return stage.proxy.fired["reply-dropped"]


async def offline(stage):
    await stage.proxy.stop()
    stage.burst(24)
    await stage.others(8)
    await asyncio.sleep(stage.random.uniform(0.2, 1.2))
    await stage.proxy.start_again()
    return 1


async def server_errors(stage):
    counted = ("server-error-html", "bad-gateway", "too-many-requests")
    others = ("html-instead-of-json", "empty-body", "broken-json", "no-answer", "silent-after")
    for failure in (stage.random.choice(counted), *stage.random.sample(counted + others, 3)):
        await stage.server.order(f"fail {failure} {stage.random.randint(1, 3)} POST /messages")
    await stage.server.order("fail server-error-html 2 GET /inbox/conversations/")
    before = sum(stage.proxy.statuses[status] for status in (429, 500, 502))
    stage.burst(24)
    await stage.others(4)
    await asyncio.sleep(1.5)
    return sum(stage.proxy.statuses[status] for status in (429, 500, 502)) - before


async def events(stage):
    weather = stage.proxy.weather
    weather.lose, weather.double, weather.swap = 0.3, 0.3, 0.3
    for size in (24, 6, 6):
        stage.burst(size)
        await stage.others(6)
        await asyncio.sleep(0.1)
    await asyncio.sleep(0.3)
    fired = stage.proxy.fired["lost"] + stage.proxy.fired["doubled"] + stage.proxy.fired["swapped"]
    # What was lost is brought by the next (re)subscription.
    stage.proxy.cut_all()
    return fired


async def server_restart(stage):
    stage.burst(24)
    await asyncio.sleep(stage.random.uniform(0, 0.1))
    await stage.restart_server()
    await stage.others(6)
    return 1


async def clock_jump(stage):
    stage.burst(12)
    hours = stage.random.choice((-48, -1, 1, 48))
    stage.client.order(do="jump", wallBy=hours * 3600 * 1000)
    stage.burst(12)
    await stage.others(4)
    stage.client.order(do="jump", steadyBy=stage.random.choice((10_000, 7200_000)))
    stage.burst(6)
    await asyncio.sleep(0.3)
    return stage.client.heard("jumped")


async def killed(stage):
    """SIGKILL in the middle of sending, twice."""
    for count in (24, 6):
        stage.proxy.weather.delay = 0.04
        stage.burst(count)
        if count == 24:
            await stage.in_flight()
        await asyncio.sleep(stage.random.uniform(0, 0.25))
        await stage.end_client(kill=True)
        await stage.others(2)
        if stage.random.random() < 0.5:
            stage.proxy.calm()
        await stage.start_client()
        await stage.sign_in()
    stage.burst(4)
    return 2


async def same_again(stage):
    """Killed and started without a server: list and rows are what they were, one by one, at once."""
    stage.burst(24)
    await stage.others(8)
    await stage.settle()
    before, now = None, await stage.all_rows()
    while now != before:
        await asyncio.sleep(0.4)
        before, now = now, await stage.all_rows()
    await stage.end_client(kill=True)
    await stage.proxy.stop()
    await stage.start_client()
    again = await stage.list_at_once(2)
    stage.must(again == before["list"], f"the list shows {again} instead of {before['list']}")
    for room, _ in ROOMS:
        wanted = before[room][-PAGE:]
        rows = await stage.rows_at_once(room, 2, lambda rows: rows[-PAGE:] == wanted)
        stage.must(rows[-PAGE:] == wanted, f"conversation {room} shows {rows} instead of {wanted}")
    await stage.proxy.start_again()
    await stage.sign_in()
    stage.burst(4)
    return 1


async def disk_full(stage):
    """No file may grow: what cannot be kept must not be said to be on its way."""
    stage.proxy.weather.delay = 0.04
    stage.burst(24)
    await stage.in_flight()
    stage.client.limit_files(1024)
    stage.burst(12)
    await asyncio.sleep(0.6)
    fired = len(stage.journal.not_accepted())
    if stage.random.random() < 0.5:
        await stage.end_client(kill=True)
        await stage.start_client()
        await stage.sign_in()
    else:
        stage.client.limit_files(None)
    stage.burst(6)
    return fired


async def disk_full_tmpfs(stage):
    """The same with a small disk that somebody else fills."""
    stage.proxy.weather.delay = 0.04
    stage.burst(24)
    await stage.in_flight()
    filler = stage.mounts.path(stage.data) / "filler"
    with open(filler, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
    stage.burst(12)
    await asyncio.sleep(0.6)
    fired = len(stage.journal.not_accepted())
    filler.unlink()
    stage.burst(6)
    return fired


async def read_only(stage):
    """The folder cannot be written at the next start; at the one after that it can again."""
    stage.proxy.weather.delay = 0.04
    stage.burst(24)
    await stage.in_flight()
    await stage.end_client(kill=stage.random.random() < 0.5)
    await stage.mounts.run("mount", "-o", "remount,bind,ro", str(stage.data))
    await stage.start_client()
    await stage.list_at_once(2)  # what is there can be read
    await stage.rows_at_once(ROOMS[0][0], 2)
    await stage.sign_in()
    stage.burst(8)
    await asyncio.sleep(0.6)
    fired = len(stage.journal.not_accepted())
    await stage.end_client(kill=stage.random.random() < 0.5)
    await stage.mounts.run("mount", "-o", "remount,bind,rw", str(stage.data))
    await stage.start_client()
    await stage.sign_in()
    stage.burst(4)
    return fired


async def _mount(stage, command):
    stage.mounts = Mounts()
    try:
        await stage.mounts.open(command)
    except NotAllowed as words:
        raise Unable(str(words)) from words
    stage.wrapper = stage.mounts.enter


async def small_disk(stage):
    await _mount(stage, f"mount -t tmpfs -o size=6m,mode=0700 none {stage.data}")


async def disk_of_its_own(stage):
    await _mount(stage, f"mount --bind {stage.data} {stage.data}")


# What has to be done before the programs are started.
BEFORE = {"disk-full-tmpfs": small_disk, "read-only": disk_of_its_own}

SCENARIOS = {
    "clean": clean,
    "delay": delay,
    "cut": cut,
    "half-open": half_open,
    "throttle": throttle,
    "reply-dropped": reply_dropped,
    "offline": offline,
    "server-errors": server_errors,
    "events": events,
    "server-restart": server_restart,
    "clock-jump": clock_jump,
    "killed": killed,
    "same-again": same_again,
    "disk-full": disk_full,
    "disk-full-tmpfs": disk_full_tmpfs,
    "read-only": read_only,
}
