// Runs soketi on free loopback ports:
// node start-soketi.mjs [--id ID] [--key KEY] [--secret SECRET] [--users]
// --users lets people sign in, and ends connections where nobody does within 30 s.
// When it answers, prints one line {"host","port","appId","key","secret","pid"} on standard output;
// soketi's own words go to standard error. Ends on SIGTERM, or when its parent or its input ends.
import {createRequire} from 'node:module';
import {fstatSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {freePorts, soketiConfig} from './soketi-config.mjs';

const {values: app} = parseArgs({options: {
    id: {type: 'string', default: 'suhbat-app'},
    key: {type: 'string', default: 'suhbat-key'},
    secret: {type: 'string', default: 'suhbat-secret'},
    users: {type: 'boolean', default: false},
}});
const config = soketiConfig(app, await freePorts(3));

console.log = (...words) => console.error(...words);
const {Server} = createRequire(import.meta.url)('@soketi/soketi/dist/server.js');
const server = new Server();
server.setOptions(config);

let stopping = false;
async function stop() {
    if (!stopping) {
        stopping = true;
        setTimeout(() => process.exit(1), 3000);
        await server.stop();
        process.exit(0);
    }
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(0), 250);
const input = fstatSync(0);
if (input.isFIFO() || input.isSocket()) {
    process.stdin.on('end', stop).on('error', stop).resume();
}

await server.start(() => {
    if (!server.serverProcess) {
        console.error(`soketi could not listen on port ${config.port}`);
        process.exit(2);
    }
    process.stdout.write(JSON.stringify({
        host: config.host, port: config.port, appId: app.id, key: app.key, secret: app.secret,
        pid: process.pid,
    }) + '\n');
});
