import { once } from 'node:events';
import { createServer } from 'node:net';

/** Returns a port that is free now. Another program may still take it first, so the caller retries. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no TCP port.');
  return address.port;
}
