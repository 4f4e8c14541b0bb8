// How fast the service sends a file to TikTok, beside a plain sender of the same bytes in the same chunks, and how much
// memory it takes for the largest file. Both are measured where the bytes arrive, in rounds that take turns.
import { rm } from 'node:fs/promises';
import { alone, compared, type Figure } from './figure.js';
import type { BareUpload } from './upload/bare-role.js';
import { videoFile, type VideoFile } from './upload/video-file.js';
import { uploadWorld, type UploadWorld } from './upload/world.js';

const ROUNDS = Number(process.env.UPLOAD_ROUNDS ?? 9);
const CHUNK_BYTES = 10_000_000;
const ROUND_BYTES = 640_000_000;
const SMALL_BYTES = 1_000_000;
/** The most that TikTok takes. */
const LARGEST_BYTES = 4_000_000_000;

export async function* run(): AsyncIterable<Figure> {
  const world = await uploadWorld();
  try {
    yield* memory(world);
    yield* speed(world, await videoFile(world.folder, ROUND_BYTES));
  } finally {
    await world.stop();
  }
}

/** @returns the round whose ratio is the one in the middle: the machine's own speed changes from round to round */
async function* speed(world: UploadWorld, file: VideoFile): AsyncIterable<Figure> {
  const rounds: [ours: number, theirs: number][] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await world.caller.publish(file);
    const ours = await latestSpeed(world);
    await sendBare(world, file);
    // The first round warms both up and does not count.
    if (round > 0) rounds.push([ours, await latestSpeed(world)]);
  }
  const [middle] = rounds.toSorted(byRatio).slice(ROUNDS >> 1);
  yield compared('upload.mb_per_s', middle?.[0] ?? 0, 'MB/s', middle?.[1] ?? 0);
}

function byRatio(one: [number, number], other: [number, number]): number {
  return one[0] / one[1] - other[0] / other[1];
}

/** From the first byte that is uploaded to us to TikTok's word that it has the post. */
async function* memory({ service, caller, folder }: UploadWorld): AsyncIterable<Figure> {
  // What is loaded and compiled for any upload, however small, is no growth of this one.
  await caller.publish(await videoFile(folder, SMALL_BYTES));
  await peakOf(service);
  const before = await peakOf(service);
  const largest = await videoFile(folder, LARGEST_BYTES);
  await caller.publish(largest);
  yield alone('upload.rss_growth_mb', ((await peakOf(service)) - before) / 1e6, 'MB');
  await rm(largest.path);
}

async function peakOf(service: UploadWorld['service']): Promise<number> {
  return ((await service.ask({})) as { peak: number }).peak;
}

async function sendBare({ tiktok, bare }: UploadWorld, { path: file, size }: VideoFile): Promise<void> {
  const url = await tiktok.openUpload(size / CHUNK_BYTES, CHUNK_BYTES);
  const upload: BareUpload = { url, file, size, chunkSize: CHUNK_BYTES };
  await bare.ask(upload);
}

/** Of the upload that ended last: MB (10^6) a second between the ends of its first and of its last chunk. */
async function latestSpeed({ tiktok }: UploadWorld): Promise<number> {
  const chunks = (await tiktok.uploads()).at(-1)?.chunks ?? [];
  const [first, last] = [chunks[0], chunks.at(-1)];
  if (!first || !last || last.last + 1 !== ROUND_BYTES) throw new Error('the upload is not whole');
  return (last.last - first.last) / 1e3 / (last.receivedAt - first.receivedAt);
}
