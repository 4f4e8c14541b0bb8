// The sandbox must not be what limits a benchmark of the connector. Everything is measured from a third process,
// in rounds that take turns, so that a slow moment of the machine hits both sides.
import { alone, compared, type Figure, median } from './figure.js';
import type { CallsQuestion, UploadQuestion } from './sandbox/load-role.js';
import { Role } from './sandbox/role.js';
import { SandboxCaller } from './sandbox/sandbox-caller.js';

/**
 * As `npm run sandbox` starts it. The buffers of a fast upload are garbage at once; collecting them on several
 * threads takes processor time from the sender.
 */
const SANDBOX_FLAGS = ['--no-parallel-scavenge'];

const CALL_ROUNDS = 5;
const CALL_SECONDS = 1.5;
const UPLOAD_PAIRS = 5;
const UPLOAD_ROUNDS = 3;
const CHUNKS = 8;
/** The largest chunk that is legal whether TikTok means 10^6 or 2^20. */
const CHUNK_BYTES = 64_000_000;
const SEEDED = { accounts: 1000, videos: 1000, comments: 3 };

export async function* run(): AsyncIterable<Figure> {
  const { role: sandbox, port } = await startSandboxRole();
  const { role: load } = await Role.start('load-role');
  try {
    const caller = await SandboxCaller.connect(port);
    yield* calls(caller, load);
    yield* uploads(load, 'sandbox.upload_vs_bare_sink', {});
    yield* uploads(load, 'sandbox.hashed_upload_vs_bare_sink', { hashUploadsUpTo: 4_294_967_296 });
    yield* memoryOfUploads(caller, load, sandbox);
    yield* seeding(caller, sandbox);
  } finally {
    sandbox.stop();
    load.stop();
  }
}

function startSandboxRole(): ReturnType<typeof Role.start> {
  return Role.start('sandbox-role', { execArgv: SANDBOX_FLAGS });
}

async function* calls(caller: SandboxCaller, load: Role): AsyncIterable<Figure> {
  const { role: bare, port } = await Role.start('bare-route-role', { args: [await caller.userInfo()] });
  const question = (origin: string, seconds = CALL_SECONDS): CallsQuestion => ({
    kind: 'calls',
    url: origin + caller.userInfoPath,
    token: caller.token,
    seconds,
  });
  try {
    const origins = [caller.origin, `http://127.0.0.1:${port}`] as const;
    const [ours, theirs] = await alternate(
      CALL_ROUNDS,
      load,
      origins.map((origin) => () => question(origin)),
    );
    yield compared('sandbox.vs_bare_route', median(ours), 'calls/s', median(theirs));
  } finally {
    bare.stop();
  }
}

/**
 * Several pairs of fresh processes: how fast one takes bytes depends on how its heap happens to lie, by a factor of
 * two on either side, and stays so for its whole life.
 */
async function* uploads(load: Role, name: string, settings: object): AsyncIterable<Figure> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let pair = 0; pair < UPLOAD_PAIRS; pair += 1) {
    const { role: sink, port: sinkPort } = await Role.start('bare-sink-role');
    const { role: sandbox, port } = await startSandboxRole();
    try {
      const caller = await SandboxCaller.connect(port);
      await caller.control('/settings', { ...settings, limits: { pendingShares: 0, init: 0 } });
      const toSink = (): UploadQuestion => uploadTo(`http://127.0.0.1:${sinkPort}/`);
      const [some, others] = await alternate(UPLOAD_ROUNDS, load, [() => toSandbox(caller), toSink]);
      ours.push(...some);
      theirs.push(...others);
    } finally {
      sink.stop();
      sandbox.stop();
    }
  }
  yield compared(name, median(ours), 'MB/s', median(theirs));
}

async function* memoryOfUploads(caller: SandboxCaller, load: Role, sandbox: Role): AsyncIterable<Figure> {
  await caller.control('/settings', { limits: { pendingShares: 0, init: 0 } });
  await load.ask(await toSandbox(caller));
  const before = await memory(sandbox);
  for (let round = 0; round < UPLOAD_ROUNDS; round += 1) await load.ask(await toSandbox(caller));
  yield alone('sandbox.upload_rss_growth_mb', ((await memory(sandbox)) - before) / 1e6, 'MB');
}

function uploadTo(url: string): UploadQuestion {
  return { kind: 'upload', url, chunks: CHUNKS, chunkBytes: CHUNK_BYTES };
}

async function toSandbox(caller: SandboxCaller): Promise<UploadQuestion> {
  return uploadTo(await caller.openUpload(CHUNKS, CHUNK_BYTES));
}

/** A million videos with their counters, by one control call. */
async function* seeding(caller: SandboxCaller, sandbox: Role): AsyncIterable<Figure> {
  const before = await memory(sandbox);
  const startedAt = performance.now();
  await caller.control('/seed', SEEDED);
  yield alone('sandbox.seed_million_videos_ms', performance.now() - startedAt, 'ms');
  yield alone('sandbox.seed_rss_growth_mb', ((await memory(sandbox)) - before) / 1e6, 'MB');
}

type Ask = () => object | Promise<object>;

/** Asks for each figure in turn, so many times. @returns the figures of each */
async function alternate(rounds: number, load: Role, asks: readonly Ask[]): Promise<[number[], number[]]> {
  const figures: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, ask] of asks.entries()) {
      const { figure } = (await load.ask(await ask())) as { figure: number };
      // The first round warms both sides up and does not count.
      if (round > 0) figures[index === 0 ? 0 : 1].push(figure);
    }
  return figures;
}

async function memory(role: Role): Promise<number> {
  return ((await role.ask({})) as { rss: number }).rss;
}
