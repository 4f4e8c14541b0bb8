import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../testing/eventually.js';
import { SandboxClient } from '../testing/sandbox-client.js';

const CHUNK = 10_000_000;

describe('the upload host', () => {
  let client: SandboxClient;
  let token: string;
  beforeEach(async () => {
    client = await SandboxClient.start({ processingMs: 0 });
    token = await client.accessToken();
  });
  afterEach(() => client.close());

  async function open(size: number, chunk = size): Promise<string> {
    const answer = await client.api('/v2/post/publish/inbox/video/init/', token, {
      source_info: {
        source: 'FILE_UPLOAD',
        video_size: size,
        chunk_size: chunk,
        total_chunk_count: Math.floor(size / chunk),
      },
    });
    return String(answer.json['data']?.['upload_url']);
  }

  async function publication(): Promise<Record<string, unknown>> {
    const state = await client.control('/state', {}, 'GET');
    return (state.json['publications'] as unknown as Record<string, unknown>[])[0] ?? {};
  }

  it('accepts the documented example: four times 206, then 201, and reports the progress', async () => {
    const total = 50_000_123;
    const video = Buffer.alloc(total, 'abcdefg');
    const url = await open(total, CHUNK);
    for (let index = 0; index < 4; index += 1) {
      const first = index * CHUNK;
      const answer = await client.put(url, video.subarray(first, first + CHUNK), first, total);
      expect(answer.status).toBe(206);
      expect(answer.headers.get('content-range')).toBe(`bytes 0-${first + CHUNK}/${total}`);
    }
    const last = await client.put(url, video.subarray(40_000_000), 40_000_000, total);
    expect(last.status).toBe(201);
    expect(last.headers.get('content-range')).toBe(`bytes 0-${total}/${total}`);
    expect(await publication()).toMatchObject({
      receivedBytes: total,
      sha256: createHash('sha256').update(video).digest('hex'),
    });
  });

  it('refuses any chunk but the next with 416 and the progress', async () => {
    const total = 25_000_000;
    const url = await open(total, CHUNK);
    const chunk = Buffer.alloc(CHUNK);
    const skipped = await client.put(url, chunk, CHUNK, total);
    expect(skipped.status).toBe(416);
    expect(skipped.headers.get('content-range')).toBe(`bytes 0-0/${total}`);
    expect((await client.put(url, chunk, 0, total)).status).toBe(206);
    const repeated = await client.put(url, chunk, 0, total);
    expect(repeated.status).toBe(416);
    expect(repeated.headers.get('content-range')).toBe(`bytes 0-${CHUNK}/${total}`);
    expect((await client.put(url, chunk.subarray(1), CHUNK, total)).status).toBe(416);
    expect((await client.put(url, Buffer.alloc(15_000_000), CHUNK, total)).status).toBe(201);
  });

  it('discards a chunk that was cut off, and accepts it again', async () => {
    const video = Buffer.alloc(1_000_000, 'z');
    const url = await open(video.length);
    const headers = {
      'content-type': 'video/mp4',
      'content-length': video.length,
      'content-range': `bytes 0-${video.length - 1}/${video.length}`,
    };
    await new Promise((resolve) => {
      const broken = request(url, { method: 'PUT', headers });
      broken.on('error', resolve);
      broken.write(video.subarray(0, 300_000), () => broken.destroy(new Error('unplugged')));
    });
    await eventually(async () => {
      const log = await client.control('/requests', {}, 'GET');
      return log.text.includes('the connection was cut');
    });
    expect(await publication()).toMatchObject({ receivedBytes: 0, chunks: [] });
    expect((await client.put(url, video, 0, video.length)).status).toBe(201);
    expect(await publication()).toMatchObject({
      sha256: createHash('sha256').update(video).digest('hex'),
    });
  });

  it('returns 400 for bad headers, 404 for a foreign token, 403 after an hour', async () => {
    const url = await open(10);
    const body = Buffer.alloc(10);
    const put = (headers: Record<string, string>) => client.send('PUT', url, { body, headers });
    const good = { 'content-type': 'video/mp4', 'content-range': 'bytes 0-9/10' };
    expect((await put({ ...good, 'content-type': 'text/plain' })).status).toBe(400);
    expect((await put({ ...good, 'content-range': '0-9/10' })).status).toBe(400);
    expect((await put({ ...good, 'content-range': 'bytes 0-8/10' })).status).toBe(400);
    expect((await client.put(`${url}x`, body, 0, 10)).status).toBe(404);
    await client.control('/clock', { advanceSeconds: 3601 });
    expect((await client.put(url, body, 0, 10)).status).toBe(403);
  });

  it('keeps the bytes when asked, and hashes only what is not too large', async () => {
    await client.control('/settings', { keepUploads: true, hashUploadsUpTo: 20_000_000 });
    const small = Buffer.from('a small film');
    await client.put(await open(small.length), small, 0, small.length);
    const id = String((await publication())['id']);
    expect((await client.send('GET', `/__sandbox/uploads/${id}`)).text).toBe('a small film');
    const total = 25_000_000;
    const url = await open(total, CHUNK);
    await client.put(url, Buffer.alloc(CHUNK), 0, total);
    await client.put(url, Buffer.alloc(total - CHUNK), CHUNK, total);
    const { json } = await client.control('/uploads', {}, 'GET');
    expect(json['uploads']).toEqual([
      expect.objectContaining({ sha256: createHash('sha256').update(small).digest('hex') }),
      expect.objectContaining({ receivedBytes: total, sha256: null }),
    ]);
    expect((await client.control('/uploads/nothing', {}, 'GET')).status).toBe(404);
  });
});
