// What an authenticated list costs: 20 rows through guards, row-level security and mapping, beside a bare Fastify route
// with one query of the same rows. Measured from a third process, in rounds that take turns.
import { ORGANISATION, apiWorld, type ApiWorld } from './api/world.js';
import { compared, type Figure, median } from './figure.js';
import type { CallsQuestion } from './sandbox/load-role.js';

const ROUNDS = Number(process.env.API_ROUNDS ?? 7);
const SECONDS = 2;
const CONNECTIONS = 10;

export async function* run(): AsyncIterable<Figure> {
  const world = await apiWorld();
  try {
    yield await list(world);
  } finally {
    await world.stop();
  }
}

async function list(world: ApiWorld): Promise<Figure> {
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const figures = [
      await callsPerSecond(world, world.ours),
      await callsPerSecond(world, world.bare),
    ] as const;
    // The first round warms both up and does not count.
    if (round === 0) continue;
    ours.push(figures[0]);
    bare.push(figures[1]);
  }
  return compared('api.list_vs_bare', median(ours), 'calls/s', median(bare));
}

async function callsPerSecond({ load, token }: ApiWorld, url: string): Promise<number> {
  const question: CallsQuestion = {
    kind: 'calls',
    url,
    token,
    seconds: SECONDS,
    headers: { orgid: ORGANISATION },
    connections: CONNECTIONS,
  };
  return ((await load.ask(question)) as { figure: number }).figure;
}
