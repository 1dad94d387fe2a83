// suhbat-listen with soketi as the Pusher server and the demo back end in Laravel's place:
// listen-soketi.mjs SUHBAT_LISTEN SUHBAT_DEMO_SERVER
// What docs/integration.md shows is shown here to be so.
import {spawn} from 'node:child_process';
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {DemoBackEnd, password} from './demo-backend.mjs';
import {startProgram, within} from './helpers.mjs';

const [listen, demoServer] = process.argv.slice(2);
const starter = fileURLToPath(new URL('start-soketi.mjs', import.meta.url));
const soketi = await startProgram(process.execPath, [starter]);
const {host, port, appId, key, secret} = soketi.ready;
const home = mkdtempSync(path.join(tmpdir(), 'suhbat-listen-'));

const external = (changes = {}) => {
    const it = {port, secret, ...changes};
    return DemoBackEnd.start(demoServer, '--broadcaster', 'pusher', '--pusher-host', host,
        '--pusher-port', String(it.port), '--pusher-app-id', appId, '--pusher-key', key,
        '--pusher-secret', it.secret);
};

// Runs it to its end: {status, objects, last}, the lines of stdout and the last one of stderr.
async function run(backEnd, ...options) {
    const child = spawn(listen, ['--json', '--host', host, '--port', String(port), '--scheme', 'http',
        '--app-key', key, '--api-base-url', backEnd.api, '--identifier', '998900000001', ...options], {
        env: {PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: home, SUHBAT_PASSWORD: password},
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', text => { out += text; });
    child.stderr.setEncoding('utf8').on('data', text => { err += text; });
    const status = await within(20, `the end of suhbat-listen ${options.join(' ')}`,
        new Promise(done => child.on('close', done)));
    const objects = out.trim().split('\n').map(line => JSON.parse(line));
    return {status, objects, types: objects.map(one => one.type), last: err.trim().split('\n').at(-1)};
}

try {
    const backEnd = await external();
    const well = await run(backEnd, '--probe', '12');
    assert.equal(well.status, 0, JSON.stringify(well));
    for (const type of ['signedIn', 'socketOpen', 'connected', 'subscribed', 'event', 'probeDelivered']) {
        assert.ok(well.types.includes(type), `${type} in ${well.types}`);
    }
    assert.equal(well.objects.find(one => one.type === 'event').kind, 'message');

    const room = await run(backEnd, '--channel', 'presence-conversation.12', '--duration', '0');
    assert.equal(room.status, 0, room.last);
    assert.equal(room.objects.find(one => one.type === 'subscribed').members, 1);

    const sent = await run(backEnd, '--trigger', 'client-typing', '{"id":42}', '--duration', '0.2');
    assert.equal(sent.status, 0, sent.last);

    const stranger = await run(backEnd, '--app-key', 'no-such-key');
    assert.equal(stranger.status, 15);
    assert.match(stranger.last, /^failed at app key: 4001 /);

    const elsewhere = await run(backEnd, '--path-prefix', '/nowhere');
    assert.equal(elsewhere.status, 14);
    assert.match(elsewhere.last, /^failed at HTTP upgrade: .*404/);
    await backEnd.stop();

    const badSecret = await external({secret: 'another-secret'});
    const refused = await run(badSecret);
    assert.equal(refused.status, 18);
    assert.match(refused.last, /^failed at subscription: private-user\.42: 401 /);
    await badSecret.stop();

    // Laravel cannot reach the Pusher server, or publishes to another one.
    const mute = await external({port: 1});
    const silent = await run(mute, '--probe', '12', '--timeout', '1');
    assert.equal(silent.status, 19);
    assert.match(silent.last, /^failed at delivery: the event of message \d+ did not come/);
    const failure = silent.objects.find(one => one.type === 'failure');
    assert.match(failure.advice.join('\n'), /is stored.*queue:work.*BROADCAST_CONNECTION.*10 kB/s);
    await mute.stop();
} finally {
    rmSync(home, {recursive: true, force: true});
}
await soketi.stop();
