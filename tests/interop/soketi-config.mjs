// The configuration soketi runs with in the tests: everything on loopback, every port its own.
import net from 'node:net';

const loopback = '127.0.0.1';

// Asks the system for `count` different free TCP ports.
export async function freePorts(count) {
    const servers = await Promise.all(Array.from({length: count}, () => new Promise((done, fail) => {
        const server = net.createServer();
        server.on('error', fail);
        server.listen(0, loopback, () => done(server));
    })));
    const ports = servers.map(server => server.address().port);
    await Promise.all(servers.map(server => new Promise(done => server.close(done))));
    return ports;
}

// soketi's own option names. app: {id, key, secret, users}
export function soketiConfig(app, [port, metricsPort, clusterPort]) {
    return {
        'host': loopback,
        'port': port,
        'metrics.host': loopback,
        'metrics.port': metricsPort,
        'cluster.address': loopback,
        'cluster.hostname': loopback,
        'cluster.unicast': loopback,
        'cluster.port': clusterPort,
        'appManager.array.apps.0.id': app.id,
        'appManager.array.apps.0.key': app.key,
        'appManager.array.apps.0.secret': app.secret,
        'appManager.array.apps.0.enableClientMessages': true,
        'appManager.array.apps.0.enableUserAuthentication': app.users ?? false,
        'shutdownGracePeriod': 0,
    };
}
