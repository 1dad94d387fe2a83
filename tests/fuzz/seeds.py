#!/usr/bin/env python3
"""Writes the part of the corpus that comes from the fixtures; the other files were found by
libFuzzer, or written by hand: seeds.py, after a fixture was added."""

import json
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parent / "fixtures"
CORPUS = HERE / "corpus"


def write(target, name, data):
    folder = CORPUS / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def main():
    hello = (FIXTURES / "pusher/established-reverb.json").read_bytes().strip()
    for path in sorted((FIXTURES / "pusher").glob("*.json")):
        frame = path.read_bytes().strip()
        write("frame_decoder", path.stem, frame)
        if b"\n" in frame:
            continue
        channel = json.loads(frame).get("channel", "private-room.1")
        # As the first frame, and as one in the life of a subscribed channel.
        write("protocol_machine", f"first-{path.stem}", b"c\no\nt" + frame + b"\n>\n>")
        member = '{"user_id":1,"user_info":{}}'
        life = ["c", "o", f"t{hello.decode()}", f"s{channel}", f"akey:sig|{member}",
                f't{{"event":"pusher_internal:subscription_succeeded","data":"{{}}","channel":"{channel}"}}',
                f"t{frame.decode()}", f'k{channel}|client-typing|{{"a":1}}', ">", f"u{channel}", "e1006cut", ">"]
        write("protocol_machine", f"life-{path.stem}", "\n".join(life).encode())
    for path in ("events", "messages"):
        for number, case in enumerate(json.loads((FIXTURES / f"wire/{path}.json").read_text())):
            payload = case.get("payload", case.get("json"))
            if payload is None:
                continue
            text = payload if isinstance(payload, str) else json.dumps(payload, ensure_ascii=False)
            event = case.get("event", "App\\Events\\MessageSent")
            write("event_classifier", f"{path}-{number:02}", f"{event}\n{text}".encode())


main()
