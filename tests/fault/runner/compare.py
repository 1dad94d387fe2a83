"""Compares what was sent, what the server has and what the program shows. Nothing here waits."""

import collections
import sqlite3
from contextlib import closing

from journal import PENDING


class Outcome:
    def __init__(self):
        self.sent = self.lost = self.doubled = self.undecided = 0
        self.problems = []  # one line each; the counts are the short form of them

    def lose(self, count, why):
        self.lost += count
        self.problems.append(f"lost {count}: {why}")

    def double(self, count, why):
        self.doubled += count
        self.problems.append(f"doubled {count}: {why}")


def server_rows(database, person):
    """Per conversation of that person, in order: (id, sender, body, temp id)."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=5)) as connection:
        rows = connection.execute(
            "SELECT m.conversation_id, m.id, m.sender_id, m.body, m.temp_id FROM messages m"
            " JOIN members p ON p.conversation_id = m.conversation_id AND p.person_id = ?"
            " ORDER BY m.id", (person,)).fetchall()
    found = collections.defaultdict(list)
    for conversation, *row in rows:
        found[conversation].append(tuple(row))
    return found


def compare(journal, server, shown, me, keeps_temp_id):
    """`server` as of server_rows(); `shown`: conversation -> rows of the restarted program."""
    outcome = Outcome()
    outcome.sent = len(journal.accepted())
    for conversation, rows in shown.items():
        _compare_rows(outcome, conversation, server.get(conversation, []), rows)
        _compare_sent(outcome, journal, conversation, server.get(conversation, []), rows, me)
    if journal.revived:
        outcome.double(len(journal.revived), "on their way again after they were shown as failed: "
                                             f"{[one.number for one in journal.revived][:5]}")
    if keeps_temp_id:
        _compare_temp_ids(outcome, journal, server, me)
    return outcome


def _compare_rows(outcome, conversation, server, rows):
    """Every message of the server is shown once, in order."""
    have = [str(row[0]) for row in server]
    ids = [row["id"] for row in rows if row["id"]]
    counts = collections.Counter(ids)
    if missing := [id for id in have if id not in counts]:
        outcome.lose(len(missing), f"conversation {conversation} does not show {missing[:5]}")
    if twice := [id for id, count in counts.items() if count > 1]:
        outcome.double(len(twice), f"conversation {conversation} shows {twice[:5]} twice")
    if foreign := [id for id in counts if id not in set(have)]:
        outcome.double(len(foreign), f"conversation {conversation} shows {foreign[:5]}, which the "
                                     "server does not have")
    if not missing and not twice and not foreign and ids != have:
        outcome.lose(1, f"conversation {conversation} is not in order: {ids[-40:]}")
    bodies = {str(row[0]): row[2] for row in server}
    if wrong := [row["id"] for row in rows if row["id"] in bodies
                 and row["body"] != bodies[row["id"]]]:
        outcome.lose(len(wrong), f"conversation {conversation} shows other words in {wrong[:5]}")


def _compare_sent(outcome, journal, conversation, server, rows, me):
    """Every message sent is there once, or marked. Equal texts are counted together."""
    first = min((message.number for message in journal.messages), default=0)
    accepted = collections.Counter()
    maybe = collections.Counter()
    for message in journal.messages:
        if message.conversation == conversation and message.number >= first:
            if message.accepted:
                accepted[message.body] += 1
            elif not message.state:
                maybe[message.body] += 1
    marked = collections.Counter(row["body"] for row in rows
                                 if not row["id"] and row["state"] in PENDING)
    stuck = [row["body"] for row in rows if not row["id"] and row["state"] == "Sending"]
    if stuck:
        outcome.lose(len(stuck), f"conversation {conversation} is still sending {stuck[:3]}")
    kept = collections.Counter(row[2] for row in server if row[1] == me)
    refused = collections.Counter(message.body for message in journal.messages
                                  if message.conversation == conversation
                                  and not message.accepted and message.state == "Failed")
    for body in set(accepted) | set(maybe) | set(marked):
        there, wanted = kept[body] + marked[body], accepted[body]
        most = wanted + maybe[body] + refused[body]
        if there < wanted:
            outcome.lose(wanted - there, f"conversation {conversation}: {body!r} was sent {wanted} "
                                         f"times, the server has it {kept[body]} times and "
                                         f"{marked[body]} are marked")
        if there > most:
            outcome.double(there - most, f"conversation {conversation}: {body!r} was sent {most} "
                                         f"times, the server has it {kept[body]} times and "
                                         f"{marked[body]} are marked")
    outcome.undecided += sum(1 for row in rows
                             if not row["id"] and row["state"] in ("Undecided", "Failed"))


def _compare_temp_ids(outcome, journal, server, me):
    """Where the server keeps the temp id there is no guessing: once each, and first in, first out."""
    numbers = {message.temp_id: message for message in journal.messages if message.temp_id}
    for conversation, rows in server.items():
        temps = [row[3] for row in rows if row[1] == me and row[3]]
        if twice := [temp for temp, count in collections.Counter(temps).items() if count > 1]:
            outcome.double(len(twice), f"conversation {conversation}: the server has {twice} twice")
        order = [numbers[temp].number for temp in temps
                 if temp in numbers and not numbers[temp].stopped]
        if order != sorted(order):
            outcome.lose(1, f"conversation {conversation}: sent in the order {order}")
