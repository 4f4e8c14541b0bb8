import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { takeOwnerLock } from './owner-lock.js';

let folder: string;
let lockFile: string;
const take = () => takeOwnerLock(lockFile, '/data');

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'owner-lock-'));
  lockFile = path.join(folder, 'postgres.lock');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('takeOwnerLock', () => {
  it('names the process in the file until it is released', async () => {
    const lock = await take();

    expect(JSON.parse(await readFile(lockFile, 'utf8'))).toMatchObject({ pid: process.pid });
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses a second one, naming process, folder and remedy', async () => {
    await take();

    await expect(take()).rejects.toMatchObject({
      code: 'DATA_DIR_IN_USE',
      message: expect.stringMatching(new RegExp(`/data .*process ${process.pid}.*DATA_DIR`)),
    });
    expect(await readdir(folder)).toEqual(['postgres.lock']);
  });

  it('replaces the lock of a dead owner, or one torn by a power cut, and says so', async () => {
    for (const left of [JSON.stringify({ pid: process.pid, startedAt: 'in another life' }), '', '{"pi']) {
      await writeFile(lockFile, left);

      const lock = await take();

      expect(lock.previousOwnerDied).toBe(true);
      await lock.release();
    }
  });

  it('lets exactly one of many replace a dead owner', async () => {
    await writeFile(lockFile, JSON.stringify({ pid: process.pid, startedAt: 'in another life' }));

    const results = await Promise.allSettled(Array.from({ length: 20 }, take));

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['postgres.lock']);
  });

  it('replaces a dead owner even after another process died while doing so', async () => {
    const dead = JSON.stringify({ pid: process.pid, startedAt: 'in another life' });
    await writeFile(lockFile, dead);
    await writeFile(`${lockFile}.takeover`, dead);

    await take();

    expect(JSON.parse(await readFile(lockFile, 'utf8'))).not.toMatchObject(JSON.parse(dead) as object);
    expect(await readdir(folder)).toEqual(['postgres.lock']);
  });

  it('releases only its own', async () => {
    const lock = await take();
    await writeFile(lockFile, 'of another owner');

    await lock.release();

    expect(await readFile(lockFile, 'utf8')).toBe('of another owner');
  });
});
