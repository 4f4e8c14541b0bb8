import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Publication } from '../post/publication.entity.js';
import { ChunkProgress } from './transfer-journal.js';

/** A journal whose writes the test controls. */
function progressWith(write: (bytes: number) => Promise<boolean>) {
  const written: number[] = [];
  const journal = {
    progress: (_publication: Publication, bytes: number) => {
      written.push(bytes);
      return write(bytes);
    },
  };
  return { progress: new ChunkProgress(journal, { uploadedBytes: 0 } as Publication), written };
}

const yes = () => Promise.resolve(true);

describe('ChunkProgress', () => {
  it('writes the first chunk before the next one is sent', async () => {
    const { progress, written } = progressWith(yes);
    expect(await progress.note(10)).toBe(true);
    expect(written).toEqual([10]);
  });

  it('writes the last of many quick chunks, but not each of them', async () => {
    const { progress, written } = progressWith(yes);
    for (let bytes = 1; bytes <= 1000; bytes += 1) await progress.note(bytes);
    expect(await progress.flush()).toBe(true);
    expect(written.at(-1)).toBe(1000);
    expect(written.length).toBeLessThan(1000);
  });

  it('writes a quick chunk while the next one is still being sent', async () => {
    const { progress, written } = progressWith(yes);
    await progress.note(10);
    await progress.note(20);
    while (written.length < 2) await wait(5);
    expect(written).toEqual([10, 20]);
  });

  it('reports that the upload is over, and stops writing', async () => {
    const { progress, written } = progressWith(() => Promise.resolve(false));
    expect(await progress.note(10)).toBe(false);
    expect(await progress.note(20)).toBe(false);
    expect(await progress.flush()).toBe(false);
    expect(written).toEqual([10]);
  });

  it('retries a failed write, and throws if it fails again', async () => {
    const { progress, written } = progressWith((bytes) =>
      bytes === 20 ? Promise.reject(new Error('no database')) : yes(),
    );
    await progress.note(10);
    await progress.note(20);
    while (written.length < 2) await wait(5);
    await expect(progress.flush()).rejects.toThrow('no database');
    expect(written).toEqual([10, 20, 20]);
  });
});
