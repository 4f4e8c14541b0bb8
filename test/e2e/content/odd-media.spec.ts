import { describe, expect, it } from '@jest/globals';
import { ClipParts, fileType, fixture } from '../../../src/content/uploads/media/testing/mp4.js';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { beginPhotos, photo } from '../../support/given/photos.js';
import { begin, statusOf } from '../../support/given/publications.js';
import { tusCall } from '../../support/tus.js';
import { FORMS, upload } from '../../support/given/uploads.js';

const connector = useConnector({
  environment: {
    MEDIA_PUBLIC_URL: 'https://connector.example.com',
    TIKTOK_VERIFIED_URLS: 'example.com',
    TIKTOK_KEEP_RATE_LIMITS: 'false',
  },
});

interface UploadResult {
  status: string;
  mediaType: string;
  facts: { format?: string; damage?: string };
  problems: { rule: string; field: string; message: string }[];
  warnings: { rule: string }[];
}

const rulesIn = (found: { rule: string }[]) => found.map(({ rule }) => rule);

async function started() {
  const { api } = await connector().tenant();
  return { api, ...(await begin(api)) };
}

describe.each(FORMS)('unreadable video as %s', (form) => {
  it.each(['odd/truncated.mp4', 'odd/unfinalised.mp4'])(
    'returns the problem, keeps nothing and accepts another file: %s',
    async (name) => {
      const { api, publishId, uploadUrl } = await started();

      const received = await upload<UploadResult>(api, uploadUrl, await fixture(name), form);

      expect(received).toMatchObject({
        status: 200,
        body: { status: 'awaiting_upload', facts: { format: 'mp4', damage: 'unreadable' } },
      });
      expect(rulesIn(received.body.problems)).toEqual(['video_unreadable']);
      expect(await statusOf(api, publishId)).toMatchObject({
        status: 'awaiting_upload',
        media: [{ sizeBytes: null, facts: { damage: 'unreadable' } }],
      });
      const checked = await api.provider<UploadResult>('validate-publication', { publishId });
      expect(checked.body).toMatchObject({ ok: false, problems: [{ rule: 'video_unreadable' }] });
      const published = await api.provider<ProblemBody>('publish-video', { publishId });
      expect(published).toMatchObject({ status: 409, body: { code: 'upload_missing' } });
      expect(published.body.detail).toContain('opened');
      expect(await connector().stagedFiles()).toEqual([]);

      const again = await upload<UploadResult>(api, uploadUrl, await fixture('clip-540x960-4s.mp4'), form);
      expect(again).toMatchObject({ status: 200, body: { status: 'ready', problems: [], warnings: [] } });
      await api.provider('cancel-publication', { publishId });
    },
  );
});

it('rejects an unreadable resumable upload and accepts a new one', async () => {
  const { api, publishId, tusUrl } = await started();
  const bytes = await fixture('odd/unfinalised.mp4');
  await tusCall('POST', tusUrl, { 'upload-length': String(bytes.length) });

  const sent = await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes);

  expect(sent).toMatchObject({ status: 415, problem: { code: 'video_unreadable' } });
  expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
  expect(await connector().stagedFiles()).toEqual([]);
  expect((await tusCall('POST', tusUrl, { 'upload-length': '5' })).status).toBe(201);
});

it('accepts a resumable upload that starts with a single byte', async () => {
  const { api, publishId, tusUrl } = await started();
  const bytes = await fixture('clip-540x960-4s.mp4');
  await tusCall('POST', tusUrl, { 'upload-length': String(bytes.length) });

  const first = await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes.subarray(0, 1));
  const rest = await tusCall('PATCH', tusUrl, { 'upload-offset': '1' }, bytes.subarray(1));

  expect([first.status, rest.status]).toEqual([204, 204]);
  expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
  await api.provider('cancel-publication', { publishId });
});

async function withPhotos(photoCount: number) {
  const { api } = await connector().tenant();
  return { api, ...(await beginPhotos(api, { photoCount })) };
}

describe('photo upload', () => {
  it('accepts a truncated photo with a warning', async () => {
    const { api, uploadUrls } = await withPhotos(1);

    const { status, body } = await upload<UploadResult>(
      api,
      uploadUrls[0] ?? '',
      await fixture('odd/cut.jpg'),
      'raw',
    );

    expect([status, body.status]).toEqual([200, 'ready']);
    expect(rulesIn(body.warnings)).toEqual(['media_incomplete']);
  });

  it('returns the problem of an unreadable photo and awaits only that photo', async () => {
    const { api, publishId, uploadUrls } = await withPhotos(2);
    const [first = '', second = ''] = uploadUrls;
    const broken = (await photo('webp')).subarray(0, 5000);

    const received = await upload<UploadResult>(api, second, broken, 'multipart');
    await upload(api, first, await photo(), 'raw');

    expect(received).toMatchObject({ status: 200, body: { status: 'awaiting_upload' } });
    expect(received.body.problems).toMatchObject([{ rule: 'photo_unreadable', field: 'media[1].facts' }]);
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
    expect((await upload(api, second, await photo('webp'), 'raw')).body).toMatchObject({ status: 'ready' });
  });

  it.each([
    ['odd/brand-heis.bin', /is a HEIC photo.*JPEG or WebP.*Convert/],
    ['odd/brand-avci.bin', /is an AVC image.*JPEG or WebP.*Convert/],
  ])('names an unsupported image format: %s', async (name, detail) => {
    const { api, uploadUrls } = await withPhotos(1);
    const video = await begin(api);

    const asPhoto = await upload<ProblemBody>(api, uploadUrls[0] ?? '', await fixture(name), 'raw');
    const asVideo = await upload<ProblemBody>(api, video.uploadUrl, await fixture(name), 'raw');

    expect(asPhoto).toMatchObject({ status: 415, body: { code: 'not_a_photo' } });
    expect(asPhoto.body.detail).toMatch(detail);
    expect(asVideo).toMatchObject({ status: 415, body: { code: 'not_a_video' } });
    expect(asVideo.body.detail).toMatch(/(HEIC photo|AVC image).*convert it to JPEG or WebP/);
  });
});

describe('video upload', () => {
  it.each([
    ['a MOV that starts with its index', (clip: ClipParts) => clip.startingWith(), 'video/quicktime', 'mov'],
    ['a MOV that starts with its frames', (clip: ClipParts) => clip.indexLast(), 'video/quicktime', 'mov'],
    [
      'an MP4 that starts as a segment',
      (clip: ClipParts) => clip.startingWith(fileType('msdh', 'msix').fill('styp', 4, 8)),
      'video/mp4',
      'mp4',
    ],
  ])('accepts %s', async (_what, make, mediaType, format) => {
    const { api, uploadUrl, publishId } = await started();

    const { status, body } = await upload<UploadResult>(api, uploadUrl, make(await ClipParts.read()), 'raw');

    expect([status, body.mediaType, body.facts.format, body.status]).toEqual([
      200,
      mediaType,
      format,
      'ready',
    ]);
    expect(body.problems).toEqual([]);
    await api.provider('cancel-publication', { publishId });
  });

  it('accepts 3GP with a problem, because TikTok does not', async () => {
    const { api, uploadUrl, publishId } = await started();
    const file = (await ClipParts.read()).startingWith(fileType('3gp5', 'isom'));

    const { body } = await upload<UploadResult>(api, uploadUrl, file, 'raw');
    const published = await api.provider<ProblemBody>('publish-video', { publishId });

    expect(body).toMatchObject({ mediaType: 'video/3gpp', facts: { format: '3gp' } });
    expect(rulesIn(body.problems)).toEqual(['media_format_unsupported']);
    expect(published).toMatchObject({ status: 400, body: { code: 'post_breaks_rules' } });
  });

  it('returns the problem of an audio-only file and keeps nothing', async () => {
    const clip = await ClipParts.read();
    const { api, uploadUrl } = await started();
    const audioOnly = Buffer.from(clip.startingWith(clip.ftyp));
    // Replaces the first track with free space.
    audioOnly.write('free', audioOnly.indexOf('trak'), 'latin1');

    const { body } = await upload<UploadResult>(api, uploadUrl, audioOnly, 'raw');

    expect(body).toMatchObject({ status: 'awaiting_upload', facts: { codec: 'none' } });
    expect(rulesIn(body.problems)).toEqual(['video_codec_unsupported']);
  });
});
