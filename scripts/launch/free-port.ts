import { createServer, type AddressInfo } from 'node:net';

/** True if the port is free now. */
export async function isFree(port: number, host: string): Promise<boolean> {
  try {
    await listenOnce(port, host);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
}

/** Returns a port that is free now. */
export function freePort(host: string): Promise<number> {
  return listenOnce(0, host);
}

/** @returns the port, free again */
async function listenOnce(port: number, host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const { port: bound } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return bound;
}
