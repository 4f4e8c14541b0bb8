import { createServer } from 'node:net';

// Below the range from which the system gives ports to outgoing connections, and apart for each Jest worker.
const FIRST = 18_000;
const PORTS_PER_WORKER = 500;
const worker = Number(process.env.JEST_WORKER_ID ?? 1) % 20;
let next = Math.floor(Math.random() * PORTS_PER_WORKER);

/** Picks a port before its server listens: the connector's address is part of its configuration. */
export async function reservePort(): Promise<number> {
  for (;;) {
    const port = FIRST + worker * PORTS_PER_WORKER + (next++ % PORTS_PER_WORKER);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
