// What the Node scripts of the interop tests share. Times are seconds.
import {spawn} from 'node:child_process';
import readline from 'node:readline';

// Rejects when `promise` has not settled after so many seconds; `what` names it.
export function within(seconds, what, promise) {
    let timer;
    const late = new Promise((_, fail) => {
        timer = setTimeout(() => fail(new Error(`${what} did not happen within ${seconds} s`)), seconds * 1000);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

// The data of the next `event` of something with bind() (a pusher-js channel or connection).
export function waitFor(emitter, event, seconds = 10) {
    return within(seconds, `the event ${event}`, new Promise(done => {
        const handler = data => {
            emitter.unbind(event, handler);
            done(data);
        };
        emitter.bind(event, handler);
    }));
}

// The next event of a pusher-js channel whose data pleases, of any name: {event, data}.
export function waitForAny(channel, pleases, seconds = 10) {
    return within(seconds, 'a fitting event', new Promise(done => {
        const handler = (event, data) => {
            if (!event.startsWith('pusher:') && data && pleases(data)) {
                channel.unbind_global(handler);
                done({event, data});
            }
        };
        channel.bind_global(handler);
    }));
}

// Starts a program that prints one JSON line when it is ready: {ready, stop()}.
export async function startProgram(program, args, options = {}) {
    const child = spawn(program, args, {stdio: ['pipe', 'pipe', 'pipe'], ...options});
    let words = '';
    child.stderr.setEncoding('utf8').on('data', text => { words += text; });
    const ended = new Promise(done => child.on('exit', code => done(code)));
    const line = new Promise((done, fail) => {
        child.on('error', fail);
        ended.then(code => fail(new Error(`${program} ended with ${code} before it was ready\n${words}`)));
        readline.createInterface({input: child.stdout}).once('line', done);
    });
    process.on('exit', () => child.kill('SIGKILL'));
    const ready = JSON.parse(await within(20, `the ready line of ${program}`, line));
    return {
        ready,
        child,
        words: () => words,
        stop: async () => {
            child.kill('SIGTERM');
            return within(10, `the end of ${program}`, ended);
        },
    };
}
