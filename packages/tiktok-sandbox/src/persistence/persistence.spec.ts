import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SandboxClient } from '../testing/sandbox-client.js';

describe('a world kept in a file', () => {
  let folder: string;
  let dataFile: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
    dataFile = path.join(folder, 'deep', 'world.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps tokens and time through a restart, and finishes publications', async () => {
    const first = await SandboxClient.start({ dataFile, processingMs: 600_000 });
    await first.control('/clock', { advanceSeconds: 5000 });
    const token = await first.accessToken();
    const init = await first.api('/v2/post/publish/video/init/', token, {
      post_info: { privacy_level: 'PUBLIC_TO_EVERYONE', title: 'survivor' },
      source_info: { source: 'FILE_UPLOAD', video_size: 10, chunk_size: 10, total_chunk_count: 1 },
    });
    await first.put(String(init.json['data']?.['upload_url']), Buffer.alloc(10), 0, 10);
    await first.close();

    const second = await SandboxClient.start({ dataFile, processingMs: 600_000, moderationMs: 0 });
    const { text } = await second.control('/clock', { advanceSeconds: 600 });
    expect(Date.parse((JSON.parse(text) as { now: string }).now)).toBeGreaterThan(Date.now() + 5_500_000);
    const list = await second.api('/v2/video/list/?fields=title', token, { max_count: 1 });
    expect(list.json['data']?.['videos']).toEqual([{ title: 'survivor' }]);
    await second.close();
  });

  it('starts a new world for another seed, and refuses an invalid file', async () => {
    const first = await SandboxClient.start({ dataFile });
    const token = await first.accessToken();
    await first.close();
    const other = await SandboxClient.start({ dataFile, seed: 2 });
    expect((await other.api('/v2/video/list/?fields=id', token)).status).toBe(401);
    await other.close();
    writeFileSync(dataFile, '{"version":');
    await expect(SandboxClient.start({ dataFile })).rejects.toThrow(/world\.json is not valid JSON/);
  });
});

describe('a data file that cannot be used', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is refused before the sandbox listens, with its path and the reason', async () => {
    await expect(SandboxClient.start({ dataFile: folder })).rejects.toThrow(
      `The data file ${folder} cannot be written (it is a folder)`,
    );
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const below = path.join(file, 'world.json');
    await expect(SandboxClient.start({ dataFile: below })).rejects.toThrow(
      `The data file ${below} cannot be written (a folder in its path is a file)`,
    );
  });

  it('leaves no trial file behind', async () => {
    const client = await SandboxClient.start({ dataFile: path.join(folder, 'world.json') });
    await client.close();
    expect(readdirSync(folder)).toEqual(['world.json']);
  });
});
