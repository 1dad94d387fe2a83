// Shows that soketi runs here and speaks the Pusher protocol with others' clients, so that a failure
// of the other interop tests is ours.
import assert from 'node:assert/strict';
import http from 'node:http';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {startProgram, waitFor, within} from './helpers.mjs';

const require = createRequire(import.meta.url);
const Pusher = require('pusher');
const PusherJs = require('pusher-js');

const starter = fileURLToPath(new URL('start-soketi.mjs', import.meta.url));
const soketi = await startProgram(process.execPath, [starter]);
const {host, port, appId, key, secret} = soketi.ready;

// http.get and not fetch: what is asked is the plain answer on the wire.
const health = await within(5, 'the health check', new Promise((done, fail) => {
    http.get({host, port, path: '/'}, answer => {
        answer.setEncoding('utf8').on('data', done);
    }).on('error', fail);
}));
assert.equal(health, 'OK');

const rest = new Pusher({appId, key, secret, host, port: String(port), useTLS: false});
const client = name => new PusherJs(key, {
    wsHost: host, wsPort: port, forceTLS: false, enabledTransports: ['ws'], cluster: '',
    channelAuthorization: {customHandler: ({socketId, channelName}, done) => {
        const person = channelName.startsWith('presence-') ? {user_id: name} : undefined;
        done(null, rest.authorizeChannel(socketId, channelName, person));
    }},
});

const ali = client('ali');
const vali = client('vali');
const channels = [ali, vali].map(one => one.subscribe('private-user.42'));
await Promise.all(channels.map(channel => waitFor(channel, 'pusher:subscription_succeeded')));

const events = Promise.all(channels.map(channel => waitFor(channel, 'message')));
const answer = await rest.trigger('private-user.42', 'message', {body: 'Salom'});
assert.equal(answer.status, 200);
assert.deepEqual(await events, [{body: 'Salom'}, {body: 'Salom'}]);

const typing = waitFor(channels[1], 'client-typing');
channels[0].trigger('client-typing', {who: 'ali'});
assert.deepEqual(await typing, {who: 'ali'});

const room = ali.subscribe('presence-room.1');
const alone = await waitFor(room, 'pusher:subscription_succeeded');
assert.equal(alone.count, 1);
const added = waitFor(room, 'pusher:member_added');
vali.subscribe('presence-room.1');
assert.equal((await added).id, 'vali');

const stranger = new PusherJs('no-such-key', {
    wsHost: host, wsPort: port, forceTLS: false, enabledTransports: ['ws'], cluster: '',
});
const refusal = await waitFor(stranger.connection, 'error');
assert.equal((refusal.error?.data ?? refusal.data)?.code, 4001);

const wrong = new Pusher({appId, key, secret: 'wrong', host, port: String(port), useTLS: false});
const refused = await wrong.get({path: '/channels'}).then(r => r.json(), error => ({code: error.status}));
assert.equal(refused.code, 401);

[ali, vali, stranger].forEach(one => one.disconnect());
await soketi.stop();
console.log('soketi answers: health, signed REST, private channel, client event, presence, 4001, 401');
process.exit(0);
