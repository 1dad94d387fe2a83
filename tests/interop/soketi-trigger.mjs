// Sends events through soketi with Pusher's own server library, one for each line of its input:
// node soketi-trigger.mjs, then {"app": {host, port, appId, key, secret}, "master": base64} as the
// first line and {"channel" or "user", "event", "data"} as the others. Answers each with a line.
import {createInterface} from 'node:readline';
import Pusher from 'pusher';

let pusher = null;
for await (const line of createInterface({input: process.stdin})) {
    const ask = JSON.parse(line);
    if (!pusher) {
        pusher = new Pusher({...ask.app, useTLS: false, encryptionMasterKeyBase64: ask.master});
        continue;
    }
    const answer = await (ask.user ? pusher.sendToUser(ask.user, ask.event, ask.data)
                                   : pusher.trigger(ask.channel, ask.event, ask.data));
    process.stdout.write(`${answer.status}\n`);
}
