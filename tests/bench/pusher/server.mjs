// A Pusher server that says nothing but chat events, as fast as the socket takes them:
// node server.mjs COUNT [KEY.pem CERT.pem]
// Prints {"port", "tlsPort"} when it listens. The app key is the size of the events.
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import tls from 'node:tls';
import {different, sizes} from './events.mjs';

const [count, keyFile, certFile] = process.argv.slice(2);

function encoded(text) {
    const payload = Buffer.from(text);
    const header = payload.length < 126 ? Buffer.from([0x81, payload.length])
        : Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff]);
    return Buffer.concat([header, payload]);
}

const chunks = Object.fromEntries(Object.entries(sizes).map(
    ([name, events]) => [name, Buffer.concat(events.map(encoded))]));

// Only what a client sends here: short masked text frames, one a packet.
function unmasked(packet) {
    const text = [...packet.subarray(6)].map((byte, i) => byte ^ packet[2 + i % 4]);
    const long = (packet[1] & 0x7f) === 126;
    return Buffer.from(long ? [...packet.subarray(8)].map((byte, i) => byte ^ packet[4 + i % 4]) : text)
        .toString();
}

function send(socket, chunk) {
    let left = Math.ceil(count / different);
    const more = () => {
        while (left > 0) {
            --left;
            if (!socket.write(chunk)) {
                socket.once('drain', more);
                return;
            }
        }
    };
    more();
}

function serve(socket) {
    let size = null;
    socket.on('error', () => socket.destroy());
    socket.on('data', packet => {
        if (!size) {
            const head = packet.toString();
            size = /^GET \/app\/(\w+)/.exec(head)[1];
            const key = /sec-websocket-key: (\S+)/i.exec(head)[1];
            const accept = crypto.createHash('sha1')
                .update(key + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest('base64');
            socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n'
                + `Connection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
            setImmediate(() => socket.write(encoded(JSON.stringify({event: 'pusher:connection_established',
                data: JSON.stringify({socket_id: '1.2', activity_timeout: 120})}))));
            return;
        }
        if (packet[0] !== 0x81) {
            return;
        }
        const name = /"channel":"([^"]+)"/.exec(unmasked(packet))?.[1];
        if (name) {
            socket.write(encoded(JSON.stringify(
                {event: 'pusher_internal:subscription_succeeded', data: '{}', channel: name})));
            send(socket, chunks[size]);
        }
    });
}

const listen = server => new Promise(done => server.listen(0, '127.0.0.1', () => done(server.address().port)));
const port = await listen(net.createServer({noDelay: true}, serve));
const tlsPort = keyFile ? await listen(tls.createServer(
    {key: fs.readFileSync(keyFile), cert: fs.readFileSync(certFile)}, serve)) : 0;
process.stdout.write(JSON.stringify({port, tlsPort}) + '\n');
process.stdin.on('end', () => process.exit(0)).resume();
