import { EventEmitter, once } from 'node:events';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/common/index.js';
import { LocalStagingStore } from '../../src/content/uploads/staging/local-staging-store.js';
import { S3StagingStore } from '../../src/content/uploads/staging/s3-staging-store.js';
import { eventually } from 'tiktok-sandbox/testing';
import type { StagingStore } from '../../src/content/uploads/staging/staging-store.js';
import { S3Server } from '../support/s3/s3-server.js';

/** A store with test access to its contents. */
interface Place {
  store: StagingStore;
  /** The number of incomplete writes. */
  parts(): Promise<number>;
  /** Makes all contents older. */
  age(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

async function localPlace(): Promise<Place> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'staging-'));
  const names = () => readdir(folder);
  return {
    store: new LocalStagingStore(folder),
    parts: async () => (await names()).filter((name) => name.endsWith('.part')).length,
    age: async (seconds) => {
      const then = Date.now() / 1000 - seconds;
      for (const name of await names()) await utimes(path.join(folder, name), then, then);
    },
    stop: () => rm(folder, { recursive: true }),
  };
}

async function s3Place(): Promise<Place & { server: S3Server }> {
  const server = await S3Server.start();
  server.pageSize = 2;
  const store = new S3StagingStore({
    bucket: server.name,
    region: 'us-east-1',
    endpoint: server.url,
    pathStyle: true,
    prefix: 'staged/',
    credentials: server.keys,
  });
  return {
    server,
    store,
    parts: async () => server.bucket.pending.size,
    age: async (seconds) => server.bucket.age(seconds),
    stop: async () => {
      store.onApplicationShutdown();
      await server.stop();
    },
  };
}

const MIB = 1024 * 1024;

/** Bytes that differ at every 4 KiB. */
function bytesOf(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let offset = 0; offset + 4 <= size; offset += 4096) bytes.writeUInt32LE(offset, offset);
  return bytes;
}

async function* pieces(bytes: Buffer, size = 64 * 1024): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < bytes.length; offset += size) yield bytes.subarray(offset, offset + size);
}

async function* cutAfter(bytes: Buffer): AsyncGenerator<Buffer> {
  yield* pieces(bytes);
  throw new Error('the client disconnected');
}

async function readAll(store: StagingStore, name: string, first: number, last: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of store.read(name, first, last)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function wholeFiles(store: StagingStore, before: Date): Promise<string[]> {
  const names: string[] = [];
  for await (const name of store.wholeFiles(before)) names.push(name);
  return names.toSorted();
}

function halfAnHourAgo(): Date {
  return new Date(Date.now() - 1800_000);
}

describe.each<[string, () => Promise<Place>]>([
  ['on the local disk', localPlace],
  ['in a bucket', s3Place],
])('StagingStore %s', (_name, start) => {
  let place: Place;
  let store: StagingStore;
  beforeAll(async () => {
    place = await start();
    ({ store } = place);
  });
  afterAll(() => place.stop());

  it.each([0, 1, 1000, 16 * MIB - 1, 16 * MIB, 16 * MIB + 1, 41 * MIB + 7])(
    'reads back %d bytes',
    async (size) => {
      const [name, bytes] = [newId(), bytesOf(size)];

      await store.write(name, pieces(bytes));

      expect(await store.has(name)).toBe(true);
      if (size > 0) expect((await readAll(store, name, 0, size - 1)).equals(bytes)).toBe(true);
      expect(await place.parts()).toBe(0);
      await store.remove(name);
    },
  );

  it('reads any range of a file', async () => {
    const [name, bytes] = [newId(), bytesOf(20 * MIB)];
    await store.write(name, pieces(bytes));

    for (const [first, last] of [
      [0, 0],
      [5, 99],
      [10 * MIB, 18 * MIB],
      [20 * MIB - 1, 20 * MIB - 1],
    ] as const)
      expect((await readAll(store, name, first, last)).equals(bytes.subarray(first, last + 1))).toBe(true);
    await store.remove(name);
  });

  it.each([10, 40 * MIB])('keeps nothing when the source fails after %d bytes', async (size) => {
    const name = newId();

    await expect(store.write(name, cutAfter(bytesOf(size)))).rejects.toThrow('the client disconnected');

    expect([await store.has(name), await place.parts()]).toEqual([false, 0]);
  });

  it('keeps nothing of 1000 files whose source fails before the first byte', async () => {
    const writing = Array.from({ length: 1000 }, () => store.write(newId(), cutAfter(bytesOf(0))));

    const outcomes = await Promise.allSettled(writing);

    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    await setTimeout(200);
    expect(await place.parts()).toBe(0);
  });

  it('shows a file only when it is complete', async () => {
    const [name, bytes] = [newId(), bytesOf(40 * MIB)];
    const seen: boolean[] = [];
    const watched = async function* () {
      for await (const piece of pieces(bytes, 8 * MIB)) {
        yield piece;
        seen.push(await store.has(name));
      }
    };

    await store.write(name, watched());

    expect(new Set(seen)).toEqual(new Set([false]));
    expect(await store.has(name)).toBe(true);
    await store.remove(name);
  });

  it('reports a missing file, and removes it without an error', async () => {
    const name = newId();

    await store.remove(name);

    expect(await store.has(name)).toBe(false);
    await expect(readAll(store, name, 0, 9)).rejects.toThrow();
  });

  it('lists all complete files older than a date', async () => {
    const old = [newId(), newId(), newId(), newId(), newId()];
    for (const name of old) await store.write(name, pieces(bytesOf(10)));
    await place.age(3600);
    const young = newId();
    await store.write(young, pieces(bytesOf(10)));

    const found = await wholeFiles(store, halfAnHourAgo());

    expect(found).toEqual(old.toSorted());
    for (const name of [...old, young]) await store.remove(name);
    expect(await wholeFiles(store, new Date(Date.now() + 1000))).toEqual([]);
  });

  it('removes only incomplete writes that have not grown for long', async () => {
    // Paused in the middle, as after a crash.
    const name = newId();
    const signals = new EventEmitter();
    const [reached, resumed] = [once(signals, 'reached'), once(signals, 'resume')];
    const held = async function* () {
      yield* pieces(bytesOf(33 * MIB));
      signals.emit('reached');
      await resumed;
    };
    const writing = store.write(name, held());
    await reached;

    await store.removeParts(halfAnHourAgo());
    expect(await place.parts()).toBe(1);

    // The last bytes can still be in flight to the disk.
    await eventually(async () => {
      await place.age(3600);
      await store.removeParts(halfAnHourAgo());
      return (await place.parts()) === 0;
    });
    signals.emit('resume');
    await expect(writing).rejects.toThrow();
    expect(await store.has(name)).toBe(false);
  });
});

describe('S3StagingStore', () => {
  let place: Awaited<ReturnType<typeof s3Place>>;
  beforeAll(async () => {
    place = await s3Place();
  });
  afterAll(() => place.stop());
  beforeEach(() => {
    place.server.fault = undefined;
  });

  it('aborts a multipart upload after a failed part', async () => {
    const name = newId();
    place.server.fault = ({ method, query }) =>
      method === 'PUT' && query.get('partNumber') === '2' ? { status: 400 } : undefined;

    await expect(place.store.write(name, pieces(bytesOf(40 * MIB)))).rejects.toThrow();

    expect([place.server.bucket.pending.size, await place.store.has(name)]).toEqual([0, false]);
  });

  it('reports why the source failed, even when the multipart upload cannot be aborted', async () => {
    place.server.fault = ({ method }) => (method === 'DELETE' ? { status: 400 } : undefined);

    const writing = place.store.write(newId(), cutAfter(bytesOf(40 * MIB)));

    await expect(writing).rejects.toThrow('the client disconnected');
  });

  it('asks for no more bytes once a part has failed', async () => {
    let asked = 0;
    const counted = async function* () {
      for await (const piece of pieces(bytesOf(40 * MIB))) {
        asked += 1;
        yield piece;
      }
    };
    place.server.fault = ({ method, query }) =>
      method === 'PUT' && query.get('partNumber') === '2' ? { status: 400 } : undefined;

    await expect(place.store.write(newId(), counted())).rejects.toThrow();

    // Two parts of 8 MiB, and the piece that proves that the second is not the last.
    expect(asked * 64 * 1024).toBeLessThanOrEqual(16 * MIB + 64 * 1024);
  });

  it('retries a call that fails temporarily', async () => {
    const name = newId();
    let failures = 0;
    place.server.fault = ({ method }) => (method === 'PUT' && failures++ < 2 ? { status: 503 } : undefined);

    await place.store.write(name, pieces(bytesOf(100)));

    expect(await place.store.has(name)).toBe(true);
  });

  it('does not report a file as missing when the bucket fails', async () => {
    place.server.fault = () => ({ status: 403 });

    await expect(place.store.has(newId())).rejects.toThrow();
  });

  it('touches nothing outside its prefix', async () => {
    place.server.bucket.put('elsewhere', Buffer.from('x'));
    place.server.bucket.begin('elsewhere/too');
    await place.age(3600);

    expect(await wholeFiles(place.store, new Date())).not.toContain('elsewhere');
    await place.store.removeParts(new Date());

    expect(place.server.bucket.pending.size).toBe(1);
  });
});
