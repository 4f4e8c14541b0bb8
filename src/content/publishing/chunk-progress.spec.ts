import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Publication } from '../post/publication.entity.js';
import { ChunkProgress } from './chunk-progress.js';
import type { TransferJournal } from './transfer-journal.js';

/** A journal that writes when the test lets it. */
function progressWith(write: (bytes: number) => Promise<boolean>) {
  const written: number[] = [];
  const journal = {
    progress: (_publication: Publication, bytes: number) => {
      written.push(bytes);
      return write(bytes);
    },
  } as unknown as TransferJournal;
  return { progress: new ChunkProgress(journal, { uploadedBytes: 0 } as Publication), written };
}

const yes = () => Promise.resolve(true);

describe('ChunkProgress', () => {
  it('has the first chunk written before the next one is sent', async () => {
    const { progress, written } = progressWith(yes);
    expect(await progress.note(10)).toBe(true);
    expect(written).toEqual([10]);
  });

  it('writes the last of many quick chunks, and not each of them', async () => {
    const { progress, written } = progressWith(yes);
    for (let bytes = 1; bytes <= 1000; bytes += 1) await progress.note(bytes);
    expect(await progress.settle()).toBe(true);
    expect(written.at(-1)).toBe(1000);
    expect(written.length).toBeLessThan(1000);
  });

  it('writes a quick chunk also while the next one takes long', async () => {
    const { progress, written } = progressWith(yes);
    await progress.note(10);
    await progress.note(20);
    while (written.length < 2) await wait(5);
    expect(written).toEqual([10, 20]);
  });

  it('says that the upload is over, and writes no more', async () => {
    const { progress, written } = progressWith(() => Promise.resolve(false));
    expect(await progress.note(10)).toBe(false);
    expect(await progress.note(20)).toBe(false);
    expect(await progress.settle()).toBe(false);
    expect(written).toEqual([10]);
  });

  it('tries a failed write again, and throws when it fails once more', async () => {
    const { progress, written } = progressWith((bytes) =>
      bytes === 20 ? Promise.reject(new Error('no database')) : yes(),
    );
    await progress.note(10);
    await progress.note(20);
    while (written.length < 2) await wait(5);
    await expect(progress.settle()).rejects.toThrow('no database');
    expect(written).toEqual([10, 20, 20]);
  });
});
