import { createServer } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { codeOf } from './common/index.js';
import type { AppConfig } from './config/index.js';
import { StartRefusedError } from './database/index.js';

type Address = Pick<AppConfig['http'], 'port' | 'host'>;

/** Before the database is touched: a process that cannot listen should not migrate either. @throws StartRefusedError */
export async function assertPortFree({ port, host }: Address): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  } catch (error) {
    throw listenProblem({ port, host }, error);
  }
  await new Promise((resolve) => server.close(resolve));
}

/** Binds the port. @throws StartRefusedError when it is taken or is not ours to take */
export async function listen(app: NestFastifyApplication, { port, host }: Address): Promise<void> {
  // Its hooks run first and may fail for reasons of their own.
  await app.init();
  try {
    await app.listen(port, host);
  } catch (error) {
    throw listenProblem({ port, host }, error);
  }
}

/** Why a port could not be bound, and what to do. */
export function listenProblem({ port, host }: Address, cause: unknown): StartRefusedError {
  const code = codeOf(cause) ?? 'unknown error';
  if (code === 'EADDRINUSE')
    return new StartRefusedError(`Port ${port} is already in use. Stop what listens there, or set PORT.`, {
      cause,
    });
  if (code === 'EACCES')
    return new StartRefusedError(
      `This user may not listen on port ${port} (EACCES). Set PORT to 1024 or above.`,
      {
        cause,
      },
    );
  return new StartRefusedError(
    `The service cannot listen on ${host}:${port} (${code}). Set HOST to an address of this machine, and PORT.`,
    { cause },
  );
}
