// One refresh, however many want it: 4 processes × 100 callers on an expired token, then a thousand cycles of the same
// with a TikTok that fails now and then. Strict rotation: a second refresh with the old token would end the connection.
import { alone, type Figure } from './figure.js';
import { CallerProcess } from './refresh/caller-process.js';
import type { RoundResult } from './refresh/caller-role.js';
import { refreshWorld, type RefreshWorld } from './refresh/world.js';

const PROCESSES = 4;
const CALLERS = 100;
const CYCLES = Number(process.env.REFRESH_CYCLES ?? 1000);
const TOKEN = 'POST /v2/oauth/token/';

export async function* run(): AsyncIterable<Figure> {
  const world = await refreshWorld();
  const processes = await Promise.all(
    Array.from({ length: PROCESSES }, () => CallerProcess.start(world.environment)),
  );
  try {
    yield* once(world, processes);
    yield* cycles(world, processes);
  } finally {
    for (const one of processes) one.stop();
    await world.stop();
  }
}

async function* once(world: RefreshWorld, processes: CallerProcess[]): AsyncIterable<Figure> {
  const before = await tokenCalls(world);
  const results = await expiredRound(world, processes, CALLERS);
  yield alone('refresh.token_calls', (await tokenCalls(world)) - before, 'calls');
  yield alone('refresh.failures', sum(results), 'callers');
  yield alone('refresh.different_tokens', new Set(results.flatMap(({ tokens }) => tokens)).size, 'tokens');
  yield alone('refresh.worst_ms', Math.max(...results.map(({ worstMs }) => worstMs)), 'ms');
}

/** Every tenth token call fails before it has an effect; callers see that only when their token is expired, as here. */
async function* cycles(world: RefreshWorld, processes: CallerProcess[]): AsyncIterable<Figure> {
  const rules = ['http500_html', 'reset'].map((kind) => ({ match: TOKEN, kind, probability: 0.05 }));
  await world.sandbox.control('/faults', { rules });
  let recovered = 0;
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    const results = await expiredRound(world, processes, 3);
    if (sum(results) > 0) recovered += 1;
  }
  await world.sandbox.control('/faults', {}, 'DELETE');
  const last = await expiredRound(world, processes, 3);
  yield alone('refresh.cycles', CYCLES, 'cycles');
  yield alone('refresh.cycles_with_trouble', recovered, 'cycles');
  yield alone('refresh.failures_after_trouble', sum(last), 'callers');
  yield alone(
    'refresh.wrongly_expired',
    await count(world, 'SELECT 1 FROM credentials WHERE rejected_at IS NOT NULL'),
    'credentials',
  );
}

async function expiredRound(
  world: RefreshWorld,
  processes: CallerProcess[],
  callers: number,
): Promise<RoundResult[]> {
  await world.sql.query(
    `UPDATE credentials SET issued_at = now() - interval '3 hours', access_expires_at = now() - interval '1 hour',
       refresh_retry_at = NULL`,
  );
  return await Promise.all(processes.map((one) => one.round({ credentialId: world.credentialId, callers })));
}

async function tokenCalls({ sandbox }: RefreshWorld): Promise<number> {
  const { json } = await sandbox.control('/counters', {}, 'GET');
  return Number((json.calls as Record<string, unknown>)[TOKEN] ?? 0);
}

async function count({ sql }: RefreshWorld, query: string): Promise<number> {
  return (await sql.query(query)).rows.length;
}

function sum(results: RoundResult[]): number {
  return results.reduce((total, { failures }) => total + failures.length, 0);
}
