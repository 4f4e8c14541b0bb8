import { got } from 'got';
import { setTimeout as sleep } from 'node:timers/promises';
import { tidySettings, type Variables } from '../../src/config/index.js';
import { tokenFor } from '../launch/token-for.js';

/** A service to use, or why there is none. */
export type Found = { url: string } | { why: string };

const COMING_UP_MS = 30_000;
const PAUSE_MS = 500;

/**
 * Looks for a connector that takes our tokens: at the given address, or where `npm start` would listen.
 * @throws Error when there is none at a given address
 */
export async function findService(variables: Variables, givenUrl: string | undefined): Promise<Found> {
  const { PORT = '3000' } = tidySettings(variables);
  const url = (givenUrl ?? `http://127.0.0.1:${PORT}`).replace(/\/+$/, '');
  const why = await obstacleAt(url, variables);
  if (why === undefined) return { url };
  if (givenUrl !== undefined) throw new Error(`${why} Start a connector there, or leave --url away.`);
  return { why };
}

/** @returns why the demo cannot run there; undefined if it can */
async function obstacleAt(url: string, variables: Variables): Promise<string | undefined> {
  const end = Date.now() + COMING_UP_MS;
  for (;;) {
    const health = await ask(`${url}/health/ready`);
    if (health === undefined) return `Nothing answers at ${url}.`;
    if (isReady(health.body)) return await obstacleToUse(url, variables);
    if (health.status !== 503 || !isProblem(health.body)) return `At ${url} is another program.`;
    if (Date.now() > end) return `The connector at ${url} does not become ready.`;
    await sleep(PAUSE_MS);
  }
}

/** A connector of another folder has other secrets, and one in production has no page on which a consent could end. */
async function obstacleToUse(url: string, variables: Variables): Promise<string | undefined> {
  const token = ownToken(variables);
  const headers = { authorization: `Bearer ${token ?? ''}`, orgid: 'demo' };
  const answer = token === undefined ? undefined : await ask(`${url}/api/integrations`, headers);
  if (answer?.status !== 200) return `The connector at ${url} does not take the tokens of this folder.`;
  if ((await ask(`${url}/connect/done`))?.status === 200) return undefined;
  return `The connector at ${url} runs in production mode.`;
}

function ownToken(variables: Variables): string | undefined {
  try {
    return tokenFor(variables, { organisationIds: ['demo'], userId: 'demo', role: 'admin' });
  } catch {
    // JWT_JWKS_URL: only its owner can sign.
    return undefined;
  }
}

function isReady(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'database' in body && body.database === 'ok';
}

/** One that is half up answers with a problem of ours. */
function isProblem(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'requestId' in body && 'code' in body;
}

/** @returns undefined when nothing that speaks HTTP answers; the body is undefined when it is no JSON */
async function ask(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown } | undefined> {
  try {
    const options = {
      headers,
      throwHttpErrors: false,
      followRedirect: false,
      retry: { limit: 0 },
      timeout: { request: 5_000 },
    };
    const { statusCode, body } = await got(url, options);
    return { status: statusCode, body: jsonIn(body) };
  } catch (error) {
    // Refused: the port is free. Silence or another protocol: another program has it.
    return (error as NodeJS.ErrnoException).code === 'ECONNREFUSED'
      ? undefined
      : { status: 0, body: undefined };
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
