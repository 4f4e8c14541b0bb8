import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { uploadFile } from '../../../packages/client/src/index.js';
import { useConnector } from '../../support/connector.js';
import { begin, statusOf } from '../../support/given/publications.js';
import { CLIP } from '../../support/given/videos.js';
import { offsetOf } from '../../support/tus.js';

const CHUNK = 16_384;
const connector = useConnector();

async function begun() {
  const { api } = await connector().tenant();
  return { api, file: await readFile(CLIP), ...(await begin(api)) };
}

/** Uploads until the service has a first part. */
async function interrupted(tusUrl: string, file: Buffer): Promise<void> {
  const stop = new AbortController();
  const upload = uploadFile(tusUrl, file, {
    chunkSize: CHUNK,
    signal: stop.signal,
    onProgress: (sent) => sent >= 2 * CHUNK && stop.abort(),
  });
  await expect(upload).rejects.toMatchObject({ name: 'AbortError' });
  expect(await offsetOf(tusUrl)).toBeGreaterThan(0);
}

describe('uploadFile of the client', () => {
  it.each([undefined, true])('continues an upload that was interrupted (resume: %s)', async (resume) => {
    const { api, publishId, tusUrl, file } = await begun();
    await interrupted(tusUrl, file);
    const sent: number[] = [];
    await uploadFile(tusUrl, file, {
      chunkSize: CHUNK,
      onProgress: (bytes) => sent.push(bytes),
      ...(resume !== undefined && { resume }),
    });

    expect(sent[0]).toBeGreaterThanOrEqual(CHUNK);
    expect((await statusOf(api, publishId)).status).toBe('ready');
  });

  it.each([undefined, true])('ends well if the service has the whole file (resume: %s)', async (resume) => {
    const { tusUrl, file } = await begun();
    await uploadFile(tusUrl, file, resume === undefined ? {} : { resume });
    await uploadFile(tusUrl, file, resume === undefined ? {} : { resume });
  });

  it('does not repeat what the service has refused for good', async () => {
    const { api, publishId, tusUrl, file } = await begun();
    await api.post('/api/upstream/call/tiktok-provider/cancel-publication', { publishId });

    await expect(uploadFile(tusUrl, file, { retryDelays: [60_000] })).rejects.toMatchObject({
      code: 'publication_cancelled',
    });
  });
});
