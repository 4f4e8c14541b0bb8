// A process that does nothing but hash a file as the service does, or hash the same identifiers in a bare loop.
import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { hashStream } from '../../src/ads/audiences/pipeline/hash-stream.js';
import { DEFAULT_POLICY } from '../../src/ads/audiences/pipeline/identifier-kind.js';
import { PartWriter } from '../../src/ads/audiences/staging/part-writer.js';
import { play } from '../sandbox/role.js';

const PART_BYTES = 200_000_000;
const SAMPLE_MS = 20;
const PIECE_BYTES = 64 * 1024;

export type HashQuestion = { kind: 'file' | 'bare'; file: string };

export interface HashAnswer {
  identifiers: number;
  perSecond: number;
  /** Bytes, while it worked. */
  peak: number;
}

async function hashFile(file: string): Promise<HashAnswer> {
  const folder = await mkdtemp(path.join(path.dirname(file), 'parts-'));
  let peak = process.memoryUsage.rss();
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_MS);
  const writer = new PartWriter((name) => path.join(folder, name), PART_BYTES);
  const startedAt = performance.now();
  const source = createReadStream(file, { highWaterMark: PIECE_BYTES });
  const report = await hashStream(source as AsyncIterable<Buffer>, { policy: DEFAULT_POLICY }, writer);
  await writer.finish();
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(sampler);
  await rm(folder, { recursive: true });
  const identifiers = report.columns.reduce((sum, { valid }) => sum + valid, 0);
  if (report.defects.length > 0) throw new Error('the measurement needs valid identifiers only');
  return { identifiers, perSecond: identifiers / seconds, peak };
}

/** Hashes the same identifiers, which lie ready in memory. */
async function hashBare(file: string): Promise<HashAnswer> {
  const [, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const identifiers = lines.flatMap((line) => line.split(',').slice(1));
  let length = 0;
  const startedAt = performance.now();
  for (const identifier of identifiers) length += hash('sha256', identifier, 'hex').length;
  const seconds = (performance.now() - startedAt) / 1000;
  if (length !== identifiers.length * 64) throw new Error('a hash is missing');
  return { identifiers: identifiers.length, perSecond: identifiers.length / seconds, peak: 0 };
}

play(0, (question) => {
  const { kind, file } = question as HashQuestion;
  return kind === 'file' ? hashFile(file) : hashBare(file);
});
