import { describe, expect, it } from '@jest/globals';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';
import { orNotWritable } from './cluster-paths.js';

describe('orNotWritable', () => {
  it.each(['EACCES', 'EROFS', 'ENOSPC', 'ENOTDIR'])('makes one sentence of %s', async (code) => {
    const work = async () => {
      throw Object.assign(new Error('from the file system'), { code });
    };

    await expect(orNotWritable('/my data', work)).rejects.toMatchObject({
      code: 'DATA_DIR_NOT_WRITABLE',
      message: expect.stringMatching(new RegExp(`/my data .*${code}.*DATA_DIR`)),
    });
  });

  it('passes on our own errors and those of no file system', async () => {
    const own = new EmbeddedPostgresError('DATA_DIR_FOREIGN', 'ours');
    const bug = new TypeError('a bug');

    await expect(orNotWritable('/data', () => Promise.reject(own))).rejects.toBe(own);
    await expect(orNotWritable('/data', () => Promise.reject(bug))).rejects.toBe(bug);
  });
});
