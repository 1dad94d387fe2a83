#!/usr/bin/env python3
"""Runs N seeded scenarios with real processes and compares what the server has with what is shown.

faults.py --bin BUILD [--only NAMES] [--kind NAME] [--jobs J] N SEED
One line for each scenario, `TOTAL runs=N sent=N lost=0 doubled=0 undecided=N` at the end; exit code
1 when something was lost or doubled, or a fault never fired.
"""

import argparse
import asyncio
import os
import random
import sys
import time
import traceback
from pathlib import Path

from processes import Ended
from scenarios import BEFORE, SCENARIOS
from stage import IN_FLIGHT, KINDS, Stage, Unable

RUN_LIMIT = 120.0  # seconds


class Sum:
    def __init__(self):
        self.runs = self.fired = self.sent = self.lost = self.doubled = self.undecided = 0
        self.failures = []
        self.skipped = ""


def plan(count, names, kinds):
    """(scenario, kind, ordinal): every scenario against every kind of server, in turn."""
    pairs = [(name, kind) for kind in kinds for name in names]
    return [(*pairs[i % len(pairs)], i // len(pairs)) for i in range(count)]


async def run_one(options, name, kind, ordinal, total):
    seeded = random.Random(f"{options.seed}/{name}/{kind.name}/{ordinal}")
    stage = Stage(Path(options.bin).resolve(), kind, seeded, options.verbose)
    again = f"--only {name} --kind {kind.name} --ordinal {ordinal} 1 {options.seed}"
    failed = ""
    try:
        async with asyncio.timeout(RUN_LIMIT):
            if name in BEFORE:
                await BEFORE[name](stage)
            await stage.begin()
            fired = await SCENARIOS[name](stage)
            outcome = await stage.verify()
        total.fired += fired
        total.sent += outcome.sent
        total.lost += outcome.lost
        total.doubled += outcome.doubled
        total.undecided += outcome.undecided
        if outcome.problems:
            failed = "\n    ".join(outcome.problems)
        elif not fired:
            failed = "its fault never fired"
        elif stage.journal.peak < IN_FLIGHT:
            failed = f"only {stage.journal.peak} messages were on their way at one time"
        total.runs += 1
    except Unable as reason:
        total.skipped = str(reason)
    except Exception as error:  # pylint: disable=broad-except
        # Whatever went wrong, the other runs go on and this one counts as failed.
        failed = f"{type(error).__name__}: {error}"
        if not isinstance(error, (Ended, TimeoutError)):
            failed += "\n" + traceback.format_exc()
        total.runs += 1
    finally:
        await stage.close(keep=bool(failed) and options.keep)
    if failed:
        total.failures.append(f"{name} ({again}): {failed}")
        print(f"FAILED {total.failures[-1]}", file=sys.stderr, flush=True)


async def run_all(options):
    names = options.only.split(",") if options.only else list(SCENARIOS)
    kinds = [kind for kind in KINDS if options.kind in ("", kind.name)]
    totals = {name: Sum() for name in names}
    waiting = plan(options.count, names, kinds)
    if options.ordinal is not None:
        waiting = [(names[0], kinds[0], options.ordinal)]
    waiting.reverse()

    async def worker():
        while waiting:
            name, kind, ordinal = waiting.pop()
            if not totals[name].skipped:
                await run_one(options, name, kind, ordinal, totals[name])

    await asyncio.gather(*(worker() for _ in range(options.jobs)))
    return totals


def table(totals):
    columns = ("runs", "fired", "sent", "lost", "doubled", "undecided")
    print(f"{'scenario':<18}" + "".join(f"{column:>11}" for column in columns))
    for name, total in totals.items():
        if total.skipped:
            print(f"{name:<18}  SKIP: {total.skipped}")
        else:
            print(f"{name:<18}" + "".join(f"{getattr(total, column):>11}" for column in columns))
    print("TOTAL " + " ".join(f"{column}={sum(getattr(total, column) for total in totals.values())}"
                              for column in columns if column != "fired"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--bin", required=True, help="the build folder")
    parser.add_argument("--only", default="", help="names of scenarios, with commas")
    parser.add_argument("--kind", default="", help="of server: " + ", ".join(k.name for k in KINDS))
    parser.add_argument("--ordinal", type=int, help="only that run of the scenario and kind")
    parser.add_argument("--jobs", type=int, default=2 * (os.cpu_count() or 1))
    parser.add_argument("--keep", action="store_true", help="keep the folders of failed runs")
    parser.add_argument("--verbose", action="store_true", help="the clients' logs")
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    options = parser.parse_args()
    if unknown := set(filter(None, options.only.split(","))) - set(SCENARIOS):
        parser.error(f"no such scenario: {', '.join(sorted(unknown))}")
    begun = time.monotonic()
    totals = asyncio.run(run_all(options))
    failures = [line for total in totals.values() for line in total.failures]
    print(f"\n{time.monotonic() - begun:.0f} s, {len(failures)} failed")
    table(totals)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
