// node run.mjs PROGRAM [--events N] [--rounds N]: our client, pusher-js and ws with two JSON.parse
// against one server that sends as fast as it can, in turn. The last line is the ratio of CPU that
// pusher-js takes for its raw event to what we take for the typed one (261 bytes, no TLS).
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import {parseArgs} from 'node:util';
import {fileURLToPath} from 'node:url';
import {different} from './events.mjs';

const {values, positionals: [program]} = parseArgs({allowPositionals: true, options: {
    events: {type: 'string', default: '100000'},
    rounds: {type: 'string', default: '5'},
}});
const warmUp = 20 * different;
const events = Math.max(1, Math.round(values.events / different)) * different;
const here = name => fileURLToPath(new URL(name, import.meta.url));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'suhbat-bench-'));
process.on('exit', () => fs.rmSync(scratch, {recursive: true}));
const [key, cert] = ['key.pem', 'cert.pem'].map(name => path.join(scratch, name));
execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key,
    '-out', cert, '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], {stdio: 'ignore'});

const server = spawn(process.execPath, [here('server.mjs'), warmUp + events, key, cert],
    {stdio: ['pipe', 'pipe', 'inherit']});
const {port, tlsPort} = JSON.parse(await new Promise(done =>
    readline.createInterface({input: server.stdout}).once('line', done)));

function measured(command, args) {
    const out = execFileSync(command, args, {timeout: 120000, maxBuffer: 1 << 20,
        env: {...process.env, NODE_EXTRA_CA_CERTS: cert, QT_LOGGING_RULES: '*.info=false'}});
    return JSON.parse(out.toString().trim().split('\n').pop());
}
const clients = {
    'typed ServerEvent': args => measured(program, ['typed', ...args, cert]),
    'raw PusherEvent': args => measured(program, ['raw', ...args, cert]),
    'bare QWebSocket': args => measured(program, ['socket', ...args, cert]),
    'pusher-js': args => measured(process.execPath, [here('peer.mjs'), 'pusher-js', ...args]),
    'ws + 2 JSON.parse': args => measured(process.execPath, [here('peer.mjs'), 'ws', ...args]),
};
const median = list => [...list].sort((a, b) => a - b)[list.length >> 1];

console.log(`${events} events after ${warmUp}, ${values.rounds} rounds; CPU: user and system of the client's process`);
const cpuOf = {};
for (const [size, bytes] of [['latin', 261], ['cyrillic', 341]]) {
    for (const useTls of [false, true]) {
        const results = Object.fromEntries(Object.keys(clients).map(name => [name, []]));
        for (let round = 0; round < values.rounds; ++round) {
            for (const [name, client] of Object.entries(clients)) {
                results[name].push(client([useTls ? tlsPort : port, size, useTls ? 1 : 0, warmUp, events].map(String)));
            }
        }
        const sums = new Set(Object.values(results).flat().map(one => one.sum).filter(sum => sum !== 0));
        if (sums.size !== 1) {
            throw new Error(`the clients did not read the same: ${[...sums].join(', ')}`);
        }
        console.log(`\n${bytes} bytes, ${useTls ? 'TLS' : 'plain'}; checksum ${[...sums][0]} by all`);
        console.log('client               CPU µs/event (min-max)    events/s   peak MB');
        for (const [name, runs] of Object.entries(results)) {
            const cpu = runs.map(one => one.cpuUs / events);
            cpuOf[`${name} ${size} ${useTls}`] = cpu;
            console.log(name.padEnd(20), median(cpu).toFixed(2).padStart(6),
                `(${Math.min(...cpu).toFixed(2)}-${Math.max(...cpu).toFixed(2)})`.padStart(15),
                String(Math.round(median(runs.map(one => events / one.seconds)))).padStart(14),
                (median(runs.map(one => one.peakKb)) / 1024).toFixed(0).padStart(9));
        }
        const pairs = cpuOf[`pusher-js ${size} ${useTls}`].map(
            (theirs, round) => theirs / cpuOf[`typed ServerEvent ${size} ${useTls}`][round]);
        console.log(`pusher-js / typed ServerEvent, round by round: ${pairs.map(r => r.toFixed(2)).join(' ')}`);
        cpuOf[`ratio ${size} ${useTls}`] = median(pairs);
    }
}
server.stdin.end();
console.log(`\nratio pusher-js/ours: ${cpuOf['ratio latin false'].toFixed(2)}`);
process.exit(0);
