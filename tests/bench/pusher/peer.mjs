// What others make of the same events: node peer.mjs (pusher-js | ws) PORT SIZE TLS WARM-UP COUNT
// Prints {"cpuUs", "seconds", "peakKb", "sum"}; CPU and time of the COUNT events after the WARM-UP.
import fs from 'node:fs';
import {createRequire} from 'node:module';
import {channel, sumOf} from './events.mjs';

const require = createRequire(new URL('../../interop/package.json', import.meta.url));
const [kind, port, size, useTls, warmUp, count] = process.argv.slice(2).map(
    (word, i) => (i === 0 || i === 2 ? word : Number(word)));

let seen = 0, sum = 0, began, cpu;
function message(data) {
    sum += sumOf(data.message);
    if (++seen === warmUp) {
        began = process.hrtime.bigint();
        cpu = process.cpuUsage();
        sum = 0;
    } else if (seen === warmUp + count) {
        const used = process.cpuUsage(cpu);
        const status = fs.readFileSync('/proc/self/status', 'utf8');
        console.log(JSON.stringify({
            cpuUs: used.user + used.system,
            seconds: Number(process.hrtime.bigint() - began) / 1e9,
            peakKb: Number(/VmHWM:\s+(\d+)/.exec(status)[1]),
            sum,
        }));
        process.exit(0);
    }
}

if (kind === 'pusher-js') {
    const Pusher = require('pusher-js');
    const client = new Pusher(size, {wsHost: 'localhost', wsPort: port, wssPort: port,
        forceTLS: Boolean(useTls), enabledTransports: ['ws', 'wss'], cluster: ''});
    client.subscribe(channel).bind('App\\Events\\MessageSent', message);
} else {
    const WebSocket = require('ws');
    const socket = new WebSocket(`${useTls ? 'wss' : 'ws'}://localhost:${port}/app/${size}`);
    socket.on('message', text => {
        const frame = JSON.parse(text);
        const data = JSON.parse(frame.data);
        if (frame.event === 'pusher:connection_established') {
            socket.send(JSON.stringify({event: 'pusher:subscribe', data: {auth: '', channel}}));
        } else if (data.message) {
            message(data);
        }
    });
}
