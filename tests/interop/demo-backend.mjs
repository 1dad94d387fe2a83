// The demo back end as others' clients see it: started on a free port, people logged in over REST,
// pusher-js with its own authorisation request.
import {createRequire} from 'node:module';
import assert from 'node:assert/strict';
import {startProgram} from './helpers.mjs';

const require = createRequire(import.meta.url);
const PusherJs = require('pusher-js');

export const password = 'demo-pass';
export const code = '482915';

// A JSON request: {status, body}. The keep-alive agent of fetch would outlive the server.
async function request(method, url, {token, body} = {}) {
    const answer = await fetch(url, {
        method,
        headers: {
            'Accept': 'application/json',
            'Content-Type': 'application/json',
            'Connection': 'close',
            ...(token ? {Authorization: `Bearer ${token}`} : {}),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return {status: answer.status, body: text ? JSON.parse(text) : null};
}

export class DemoBackEnd {
    static async start(program, ...options) {
        const running = await startProgram(program, ['--quiet', '--exit-with-parent', ...options]);
        return new DemoBackEnd(running);
    }

    constructor(running) {
        this.running = running;
        this.api = running.ready.api;
        this.ws = new URL(running.ready.ws);
        this.key = running.ready.appKey;
        this.clients = [];
    }

    // A person: {id, name, call(method, path, body)}. Logs in with the password, then the SMS code
    // where the server asks for one.
    async login(phone) {
        let answer = await request('POST', `${this.api}/auth/login`, {body: {phone, password}});
        if (!answer.body.token) {
            answer = await request('POST', `${this.api}/auth/verify`, {body: {phone, code}});
        }
        const {token, user} = answer.body;
        assert.ok(token && user, `login of ${phone}: ${JSON.stringify(answer)}`);
        return {
            id: user.id,
            name: user.name,
            token,
            call: async (method, path, body) => {
                const done = await request(method, this.api + path, {token, body});
                assert.ok(done.status >= 200 && done.status < 300,
                    `${method} ${path}: ${done.status} ${JSON.stringify(done.body)}`);
                return done.body;
            },
        };
    }

    // pusher-js, which asks for its authorisations itself as `person`.
    connect(person, options = {}) {
        const client = new PusherJs(options.key ?? this.key, {
            wsHost: this.ws.hostname,
            wsPort: Number(this.ws.port),
            forceTLS: false,
            enabledTransports: ['ws'],
            cluster: '',
            channelAuthorization: {
                endpoint: `${this.api}/broadcasting/auth`,
                transport: 'ajax',
                headers: person ? {Authorization: `Bearer ${person.token}`} : {},
            },
            ...options,
        });
        this.clients.push(client);
        return client;
    }

    async stop() {
        this.clients.forEach(client => client.disconnect());
        const status = await this.running.stop();
        assert.equal(status, 0, `suhbat-demo-server ended with ${status}\n${this.running.words()}`);
    }
}
