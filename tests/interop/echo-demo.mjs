// laravel-echo, which others wrote, against the demo back end's own Pusher endpoint:
// node echo-demo.mjs PROGRAM
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import Echo from 'laravel-echo';
import {DemoBackEnd} from './demo-backend.mjs';
import {waitFor, within} from './helpers.mjs';

const require = createRequire(import.meta.url);
const Pusher = require('pusher');

const backEnd = await DemoBackEnd.start(process.argv[2]);
const [dana, kim] = [await backEnd.login('998900000001'), await backEnd.login('998900000002')];
const [danaSocket, kimSocket] = [backEnd.connect(dana), backEnd.connect(kim)];
const [ofDana, ofKim] = [danaSocket, kimSocket].map(
    client => new Echo({broadcaster: 'pusher', key: backEnd.key, client}));
const once = (what, begin) => within(10, what, new Promise(begin));

const conversation = await dana.call('POST', '/inbox/conversations/find-or-create', {partner_id: kim.id})
    .then(answer => (answer.data ?? answer).id);
const say = (person, socket, body) => fetch(`${backEnd.api}/inbox/conversations/${conversation}/messages`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Accept': 'application/json', 'Connection': 'close',
        'Authorization': `Bearer ${person.token}`, ...(socket ? {'X-Socket-ID': socket} : {})},
    body: JSON.stringify({body}),
});

// Namespaced event names on a private channel; X-Socket-ID leaves the sender out.
const heardByDana = [];
const danaChannel = ofDana.private('user.42').listen('MessageSent', data => heardByDana.push(data.message.body));
const kimChannel = ofKim.private('user.43');
await Promise.all([danaChannel, kimChannel].map(channel => once('the subscription', channel.subscribed.bind(channel))));
assert.equal(ofDana.socketId(), danaSocket.connection.socket_id);
const heardByKim = once('MessageSent', done => kimChannel.listen('MessageSent', done));
assert.equal((await say(dana, ofDana.socketId(), 'mine')).status < 300, true);
assert.equal((await heardByKim).message.body, 'mine');
const next = once('the next message', done => danaChannel.listen('MessageSent', data =>
    data.message.body === 'yours' && done(data)));
await say(kim, null, 'yours');
await next;
assert.deepEqual(heardByDana, ['yours']);

// Verbatim names, notifications.
const rest = new Pusher({appId: 'demo-app', key: backEnd.key, secret: 'demo-app-secret',
    host: backEnd.ws.hostname, port: backEnd.ws.port, useTLS: false});
const edited = once('message.edited', done => danaChannel.listen('.message.edited', done));
await rest.trigger('private-user.42', 'message.edited', {id: 7});
assert.deepEqual(await edited, {id: 7});
const notified = once('the notification', done => danaChannel.notification(done));
await rest.trigger('private-user.42', 'Illuminate\\Notifications\\Events\\BroadcastNotificationCreated',
    {id: 'x', type: 'App\\Notifications\\Mentioned'});
assert.equal((await notified).type, 'App\\Notifications\\Mentioned');

// Presence: here, joining, leaving; whispers.
const name = `conversation.${conversation}`;
let room;
const alone = await once('here', done => { room = ofDana.join(name).here(done); });
assert.deepEqual(alone.map(user => user.id), [42]);
const joined = once('joining', done => room.joining(done));
let kimRoom;
const both = await once('here of the second', done => { kimRoom = ofKim.join(name).here(done); });
assert.deepEqual(both.map(user => user.id).sort(), [42, 43]);
assert.equal((await joined).id, 43);
const whispered = once('the whisper', done => room.listenForWhisper('typing', done));
kimRoom.whisper('typing', {id: 43});
assert.deepEqual(await whispered, {id: 43});
const left = once('leaving', done => room.leaving(done));
ofKim.leave(name);
assert.equal((await left).id, 43);

// A channel of somebody else, and a cut that heals with new authorisations and a fresh list.
const refused = await once('the refusal', done => ofDana.private('user.43').error(done));
assert.equal(refused.status, 403);
const back = once('here after a cut', done => room.here(done));
const again = waitFor(danaSocket.connection, 'connected', 15);
danaSocket.connection.connection.close();
await again;
assert.deepEqual((await back).map(user => user.id), [42]);

await backEnd.stop();
console.log('laravel-echo: private, toOthers, verbatim names, notification, presence, whisper, 403, reconnect');
process.exit(0);
