import { createServer, type Server } from 'node:net';

// Below the range from which the system gives ports to outgoing connections.
const FIRST = 18_000;
const COUNT = 7_000;
/** From a port to its claim. */
const CLAIM = COUNT;
let next = Math.floor(Math.random() * COUNT);

/**
 * Picks a port before its server listens: the connector's address is part of its configuration. No other test run on this
 * machine picks it while this process lives, also not between two processes of the service: a second port is kept open as
 * the claim to it, which the system gives to one process only and takes back when that one ends.
 */
export async function reservePort(): Promise<number> {
  for (let tried = 0; tried < COUNT; tried += 1) {
    const port = FIRST + (next++ % COUNT);
    const claim = await listenOn(port + CLAIM);
    if (!claim) continue;
    claim.unref();
    if (await isFree(port)) return port;
    await closed(claim);
  }
  throw new Error(`No port from ${FIRST} to ${FIRST + COUNT - 1} is free. Stop what listens there.`);
}

/** Says whether a server can listen there now. */
export async function isFree(port: number): Promise<boolean> {
  const server = await listenOn(port);
  if (server) await closed(server);
  return server !== undefined;
}

function listenOn(port: number): Promise<Server | undefined> {
  const server = createServer((connection) => connection.destroy());
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
