// How many deliveries a second are verified, stored durably and acknowledged, while the service dispatches them: beside the
// plain way (NestJS on Express, one `save` each) and beside the same service without a database. The rounds take turns. Then
// how many a second are also handled: a service that only acknowledges would fall behind.
import { alone, compared, median, type Figure } from './figure.js';
import { IntakeWorld, type Server } from './intake/world.js';

const ROUNDS = Number(process.env.INTAKE_ROUNDS ?? 7);
const SECONDS = Number(process.env.INTAKE_SECONDS ?? 2);
const CONNECTIONS = 32;
const BURST = 10_000;
const RATE = 1000;
const RATE_SECONDS = 6;
// More than a service can answer at once, so that a slow answer delays no other delivery.
const RATE_CONNECTIONS = 64;
const SERVERS: readonly Server[] = ['ours', 'plain', 'noDatabase'];
/** The first guess of each server's speed, so that the first round takes about as long as the others. */
const GUESS = 500;

export async function* run(): AsyncIterable<Figure> {
  const world = await IntakeWorld.open();
  try {
    yield* speed(world);
    yield* handling(world);
    yield* latency(world);
  } finally {
    await world.stop();
  }
}

/** @returns the medians of the ratios: the machine's own speed changes from round to round */
async function* speed(world: IntakeWorld): AsyncIterable<Figure> {
  const known: Record<Server, number> = { ours: GUESS, plain: GUESS, noDatabase: GUESS };
  const rounds: Record<Server, number>[] = [];
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    for (const server of SERVERS) {
      const deliveries = Math.ceil(known[server] * SECONDS);
      known[server] = (
        await world.deliver(server, { connections: CONNECTIONS, deliveries, perSecond: 0 })
      ).perSecond;
    }
    // The first two warm all up and do not count.
    if (round >= 2) rounds.push({ ...known });
  }
  const value = median(rounds.map(({ ours }) => ours));
  for (const [name, reference] of [
    ['intake.vs_plain', 'plain'],
    ['intake.vs_no_database', 'noDatabase'],
  ] as const) {
    const ratio = median(rounds.map((round) => round.ours / round[reference]));
    yield compared(name, value, 'acks/s', value / ratio);
  }
}

/** From the first delivery of a burst until its last event is handled. */
async function* handling(world: IntakeWorld): AsyncIterable<Figure> {
  const rates: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const question = { connections: CONNECTIONS, deliveries: BURST, perSecond: 0 };
    const { perSecond } = await world.deliver('ours', question);
    const storedAt = performance.now();
    await world.drained();
    rates.push(BURST / (BURST / perSecond + (performance.now() - storedAt) / 1000));
  }
  yield alone('intake.handled_per_s', median(rates), 'events/s');
}

async function* latency(world: IntakeWorld): AsyncIterable<Figure> {
  const question = { connections: RATE_CONNECTIONS, deliveries: RATE * RATE_SECONDS, perSecond: RATE };
  const answers = [];
  for (let round = 0; round < 3; round += 1) answers.push(await world.deliver('ours', question));
  yield alone('intake.p99_ms_at_1000', median(answers.map(({ p99 }) => p99)), 'ms');
}
