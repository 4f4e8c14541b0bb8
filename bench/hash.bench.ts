// How many identifiers of a customer file one core parses, normalises, hashes and writes in a second, beside a bare loop that
// only hashes them; and how much more memory 1 GB takes than 1 MB. The rounds take turns.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { alone, compared, type Figure } from './figure.js';
import { csvFile } from './hash/csv-file.js';
import type { HashAnswer, HashQuestion } from './hash/hash-role.js';
import { Role } from './sandbox/role.js';

const ROUNDS = Number(process.env.HASH_ROUNDS ?? 7);
const ROUND_BYTES = 60_000_000;
const SMALL_BYTES = 1_000_000;
const LARGE_BYTES = 1_000_000_000;

export async function* run(): AsyncIterable<Figure> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hash-bench-'));
  try {
    yield* speed(await csvFile(folder, ROUND_BYTES));
    yield* memory(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns the round whose ratio is the one in the middle: the machine's own speed changes from round to round */
async function* speed(file: string): AsyncIterable<Figure> {
  const { role: ours } = await Role.start('../hash/hash-role');
  const { role: bare } = await Role.start('../hash/hash-role');
  try {
    const rounds: [ours: number, bare: number][] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const { perSecond } = await ask(ours, { kind: 'file', file });
      const reference = await ask(bare, { kind: 'bare', file });
      // The first round warms both up and does not count.
      if (round > 0) rounds.push([perSecond, reference.perSecond]);
    }
    const [middle] = rounds.toSorted((a, b) => a[0] / a[1] - b[0] / b[1]).slice(ROUNDS >> 1);
    yield compared('hash.per_s', middle?.[0] ?? 0, 'identifiers/s', middle?.[1] ?? 0);
  } finally {
    ours.stop();
    bare.stop();
  }
}

async function* memory(folder: string): AsyncIterable<Figure> {
  const small = await csvFile(folder, SMALL_BYTES);
  const large = await csvFile(folder, LARGE_BYTES);
  const { role } = await Role.start('../hash/hash-role');
  try {
    const before = (await ask(role, { kind: 'file', file: small })).peak;
    const after = (await ask(role, { kind: 'file', file: large })).peak;
    yield alone('hash.rss_growth_mb', (after - before) / 1e6, 'MB');
  } finally {
    role.stop();
  }
}

async function ask(role: Role, question: HashQuestion): Promise<HashAnswer> {
  return (await role.ask(question)) as HashAnswer;
}
