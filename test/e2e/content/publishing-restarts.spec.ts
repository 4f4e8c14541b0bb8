import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { useConnector, type Tenant } from '../../support/connector.js';
import { largeVideo, type VideoFile } from '../../support/media.js';
import { begin, publish, soon, untilStatus } from '../../support/publishing.js';
import { CHUNK, INIT } from '../../support/sandbox-control.js';
import { uploadFile } from '../../support/uploads.js';

const connector = useConnector({ environment: { TIKTOK_KEEP_RATE_LIMITS: 'false' } });
afterEach(() => connector().sandbox.clearFaults());

let file: VideoFile;
beforeAll(async () => {
  file = await largeVideo(65_000_000);
});
afterAll(() => file.remove());

async function publishLarge({ api }: Tenant): Promise<string> {
  const { publishId, uploadUrl } = await begin(api);
  await uploadFile(uploadUrl, file, 'raw');
  await api.provider('publish-video', { publishId });
  return publishId;
}

const expired = { match: CHUNK, kind: 'error_code', code: 'x', status: 403 };

describe('an expired upload', () => {
  it('restarts if its last chunk was not sent, and creates one post', async () => {
    const tenant = await connector().tenant();
    await connector().sandbox.fault({ ...expired, after: 3, times: 1 });

    const publishId = await publishLarge(tenant);

    const { postIds } = await soon(connector(), tenant.api, publishId, 'public', 'failed', 'unknown');
    expect(postIds).toHaveLength(1);
    const [first, second] = await connector().sandbox.publicationsOf(tenant.username);
    expect(first).toMatchObject({ status: 'PROCESSING_UPLOAD', receivedBytes: 30_000_000 });
    expect(second).toMatchObject({ status: 'PUBLISH_COMPLETE', sha256: file.sha256, postIds });
  });

  it('fails the publication, with a reason, if it expires repeatedly', async () => {
    const tenant = await connector().tenant();
    await connector().sandbox.fault({ ...expired, after: 1 });

    const publishId = await publishLarge(tenant);

    const { failCode } = await soon(connector(), tenant.api, publishId, 'failed', 'public');
    expect(failCode).toBe('upload_url_expired');
    expect((await connector().sandbox.publicationsOf(tenant.username)).length).toBeLessThanOrEqual(3);
  });

  it('never restarts once its last chunk was sent, because TikTok may have it', async () => {
    const tenant = await connector().tenant();
    await connector().sandbox.fault(
      { match: CHUNK, kind: 'reset', after: 5, times: 1 },
      { ...expired, after: 5 },
    );

    const publishId = await publishLarge(tenant);

    await soon(connector(), tenant.api, publishId, 'failed', 'unknown', 'public');
    expect(await connector().sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });
});

describe('a rejected chunk size', () => {
  const refused = {
    match: INIT,
    kind: 'error_code',
    code: 'invalid_params',
    message: 'The chunk size is invalid',
    status: 400,
  };

  it('is followed by the next plan, and the bytes arrive unchanged', async () => {
    const tenant = await connector().tenant();
    await connector().sandbox.fault({ ...refused, times: 1 });

    const publishId = await publishLarge(tenant);

    await soon(connector(), tenant.api, publishId, 'public');
    const [post] = await connector().sandbox.publicationsOf(tenant.username);
    expect(post).toMatchObject({ sha256: file.sha256 });
    expect(post?.chunks[0]).toMatchObject({ first: 0, last: 5_242_879 });
  });

  it('fails the publication when no plan is left, and says who can fix it', async () => {
    const tenant = await connector().tenant();
    await connector().sandbox.fault(refused);

    const publishId = await publish(tenant.api);

    const { failCode, failReason } = await untilStatus(tenant.api, publishId, 'failed');
    expect(failCode).toBe('chunk_sizes_refused');
    expect(failReason).toContain('Nothing was posted');
    expect(await connector().sandbox.publicationsOf(tenant.username)).toEqual([]);
  });
});
