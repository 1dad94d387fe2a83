// The chat events that are sent, and what a client must have read out of them.
export const channel = 'user.42';
export const different = 1000; // events, each with its own id and text

// One event as a frame of exactly `bytes` bytes of UTF-8. With `cyrillic` all letters of its words
// are; keys and numbers leave room for 120 bytes of them in 341.
function frame(number, bytes, cyrillic) {
    const message = {
        id: 100000 + number,
        conversation_id: 12,
        sender: {id: 43, name: cyrillic ? 'Камола Тўраева' : 'Kim Ito'},
        body: '',
        created_at: `2026-02-01T08:16:${String(number % 60).padStart(2, '0')}Z`,
    };
    const text = () => JSON.stringify({
        event: 'App\\Events\\MessageSent', data: JSON.stringify({message}), channel,
    });
    let left = bytes - Buffer.byteLength(text());
    if (cyrillic) {
        const text = 'Салом, бугун кечқурун нима қиламиз? '.repeat(9);
        while (left >= 2 && message.body.length < 68) {
            const letter = text[message.body.length];
            message.body += letter;
            left -= Buffer.byteLength(letter);
        }
    }
    message.body += 'See you at the gate then, bring the keys. '.repeat(9).slice(0, left);
    if (Buffer.byteLength(text()) !== bytes) {
        throw new Error(`an event of ${Buffer.byteLength(text())} bytes instead of ${bytes}`);
    }
    return text();
}

export const sizes = {
    latin: Array.from({length: different}, (_, n) => frame(n, 261, false)),
    cyrillic: Array.from({length: different}, (_, n) => frame(n, 341, true)),
};

// The sum that every client makes of every field of a message.
export function sumOf(message) {
    return message.id + message.conversation_id + message.sender.id + message.sender.name.length
        + message.body.length + message.body.charCodeAt(message.body.length >> 1)
        + Number(message.created_at.slice(17, 19));
}
