// pusher-js and pusher, which others wrote, against the demo back end's own Pusher endpoint:
// node pusherjs-demo.mjs PROGRAM (chat | presence | errors | rest | external)
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {DemoBackEnd} from './demo-backend.mjs';
import {startProgram, waitFor, waitForAny, within} from './helpers.mjs';

const require = createRequire(import.meta.url);
const Pusher = require('pusher');

const [program, part] = process.argv.slice(2);
const danaPhone = '998900000001';
const kimPhone = '998900000002';
const app = {appId: 'demo-app', secret: 'demo-app-secret'};

async function subscribed(client, name) {
    const channel = client.subscribe(name);
    const data = await waitFor(channel, 'pusher:subscription_succeeded');
    return {channel, data};
}

async function directConversation(person, partner) {
    const answer = await person.call('POST', '/inbox/conversations/find-or-create',
        {partner_id: partner.id});
    return (answer.data ?? answer).id;
}

// A message, its read receipt and typing, each sent by REST and received by pusher-js.
async function chatOver(backEnd) {
    const [dana, kim] = [await backEnd.login(danaPhone), await backEnd.login(kimPhone)];
    assert.equal(dana.id, 42);
    const [danaSocket, kimSocket] = [dana, kim].map(person => backEnd.connect(person));
    const {channel: toDana} = await subscribed(danaSocket, 'private-user.42');
    const {channel: toKim} = await subscribed(kimSocket, 'private-user.43');
    assert.match(danaSocket.connection.socket_id, /^\d+\.\d+$/);
    const conversation = await directConversation(dana, kim);

    const body = 'Salom, дело за малым — "100 %" \\o/ 🙂';
    const arrivals = Promise.all([toDana, toKim].map(channel => waitForAny(channel, data => data.message)));
    const sent = await dana.call('POST', `/inbox/conversations/${conversation}/messages`,
        {body, tempId: 'temp-7'});
    for (const {data} of await arrivals) {
        assert.equal(data.message.body, body);
        assert.equal(data.message.id, sent.data.id);
        assert.equal(data.message.sender.id, dana.id);
        assert.equal(data.tempId, 'temp-7');
    }

    const typing = waitForAny(toDana, data => data.type === 'typing');
    await kim.call('POST', `/inbox/conversations/${conversation}/typing`);
    assert.equal((await typing).data.data.user.id, kim.id);

    const read = waitForAny(toDana, data => data.type === 'read');
    await kim.call('POST', '/inbox/messages/read', {message_ids: [sent.data.id]});
    const receipt = (await read).data.data;
    assert.deepEqual(receipt.message_ids.map(Number), [sent.data.id]);
    assert.equal(receipt.reader_id, kim.id);
    return conversation;
}

const parts = {
    chat: async () => {
        const backEnd = await DemoBackEnd.start(program);
        await chatOver(backEnd);

        // pusher-js asks after a second without a frame and drops the connection without an answer.
        const patient = backEnd.connect(null, {activityTimeout: 1000, pongTimeout: 1000});
        await waitFor(patient.connection, 'connected');
        await waitFor(patient.connection, 'message', 5); // the pong
        assert.equal(patient.connection.state, 'connected');
        await backEnd.stop();
    },

    presence: async () => {
        const backEnd = await DemoBackEnd.start(program);
        const [dana, kim] = [await backEnd.login(danaPhone), await backEnd.login(kimPhone)];
        const name = `presence-conversation.${await directConversation(dana, kim)}`;
        const danaSocket = backEnd.connect(dana);
        const {channel: ofDana, data: alone} = await subscribed(danaSocket, name);
        assert.equal(alone.count, 1);
        assert.equal(ofDana.members.me.id, String(dana.id));

        const added = waitFor(ofDana, 'pusher:member_added');
        const kimSocket = backEnd.connect(kim);
        const {channel: ofKim, data: both} = await subscribed(kimSocket, name);
        assert.equal(both.count, 2);
        assert.deepEqual(await added, {id: '43', info: {id: 43, name: kim.name}});

        const whisper = new Promise(done => {
            ofDana.bind('client-typing', (data, metadata) => done({data, metadata}));
        });
        ofKim.trigger('client-typing', {id: 43, name: kim.name});
        const heard = await within(5, 'the client event', whisper);
        assert.deepEqual(heard.data, {id: 43, name: kim.name});
        assert.equal(heard.metadata.user_id, '43');

        const removed = waitFor(ofDana, 'pusher:member_removed');
        kimSocket.disconnect();
        assert.equal((await removed).id, '43');
        await backEnd.stop();
    },

    errors: async () => {
        const backEnd = await DemoBackEnd.start(program);
        const dana = await backEnd.login(danaPhone);

        const stranger = backEnd.connect(null, {key: 'no-such-key'});
        const refusal = await waitFor(stranger.connection, 'error');
        assert.equal((refusal.error?.data ?? refusal.data).code, 4001);

        const socket = backEnd.connect(dana);
        const foreign = await waitFor(socket.subscribe('private-user.43'), 'pusher:subscription_error');
        assert.equal(foreign.status, 403);

        const forger = backEnd.connect(dana, {channelAuthorization: {
            customHandler: (_, done) => done(null, {auth: `${backEnd.key}:${'0'.repeat(64)}`}),
        }});
        await waitFor(forger.connection, 'connected');
        const caught = waitFor(forger.connection, 'error');
        forger.subscribe('private-user.42');
        const error = await caught;
        assert.equal((error.error?.data ?? error.data).code, 4009);

        // The others are not disturbed by it.
        await subscribed(socket, 'private-user.42');
        await backEnd.stop();
    },

    // The signed REST interface of the embedded endpoint, as a Laravel server would use it.
    rest: async () => {
        const backEnd = await DemoBackEnd.start(program);
        const dana = await backEnd.login(danaPhone);
        const address = {key: backEnd.key, host: backEnd.ws.hostname, port: backEnd.ws.port, useTLS: false};
        const rest = new Pusher({...app, ...address});
        const [one, two] = [backEnd.connect(dana), backEnd.connect(dana)];
        const {channel} = await subscribed(one, 'private-user.42');
        const {channel: second} = await subscribed(two, 'private-user.42');

        const arrivals = [channel, second].map(each => waitFor(each, 'App\\Events\\Pinged'));
        await rest.trigger('private-user.42', 'App\\Events\\Pinged', {text: 'é/<'});
        assert.deepEqual(await Promise.all(arrivals), [{text: 'é/<'}, {text: 'é/<'}]);

        const others = waitFor(second, 'others');
        channel.bind('others', () => assert.fail('the left out socket received it'));
        await rest.trigger('private-user.42', 'others', {n: 1}, {socket_id: one.connection.socket_id});
        assert.deepEqual(await others, {n: 1});

        const list = await (await rest.get({path: '/channels'})).json();
        assert.ok('private-user.42' in list.channels);
        const wrong = new Pusher({...app, ...address, secret: 'wrong'});
        const refused = await wrong.get({path: '/channels'}).then(() => 200, error => error.status);
        assert.equal(refused, 401);
        await backEnd.stop();
    },

    // The same chat with soketi in between: the back end publishes there, the clients listen there.
    external: async () => {
        const starter = fileURLToPath(new URL('start-soketi.mjs', import.meta.url));
        const soketi = await startProgram(process.execPath, [starter]);
        const {host, port, appId, key, secret} = soketi.ready;
        const backEnd = await DemoBackEnd.start(program, '--broadcaster', 'pusher',
            '--pusher-host', host, '--pusher-port', String(port), '--pusher-app-id', appId,
            '--pusher-key', key, '--pusher-secret', secret);
        assert.equal(backEnd.key, key);
        assert.equal(Number(backEnd.ws.port), port);
        await chatOver(backEnd);
        await backEnd.stop();
        await soketi.stop();
    },
};

assert.ok(parts[part], `which part? ${Object.keys(parts).join(', ')}`);
await parts[part]();
console.log(`${part}: passed`);
process.exit(0);
