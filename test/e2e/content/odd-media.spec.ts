import { describe, expect, it } from '@jest/globals';
import { ClipParts, fileType, fixture } from '../../../src/content/uploads/media/testing/mp4.js';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { beginPhotos, photo } from '../../support/photos.js';
import { begin, statusOf } from '../../support/publishing.js';
import { tusCall } from '../../support/tus.js';
import { FORMS, upload } from '../../support/uploads.js';

const connector = useConnector({
  environment: {
    MEDIA_PUBLIC_URL: 'https://connector.example.com',
    TIKTOK_VERIFIED_URLS: 'example.com',
    TIKTOK_KEEP_RATE_LIMITS: 'false',
  },
});

interface Taken {
  status: string;
  mediaType: string;
  facts: { format?: string; damage?: string };
  problems: { rule: string; field: string; message: string }[];
  warnings: { rule: string }[];
}

const rulesIn = (found: { rule: string }[]) => found.map(({ rule }) => rule);

async function begun() {
  const { api } = await connector().tenant();
  return { api, ...(await begin(api)) };
}

describe.each(FORMS)('A video that no player opens, sent as %s', (form) => {
  it.each(['odd/truncated.mp4', 'odd/unfinalised.mp4'])(
    'is told by its problem and not kept, and its link takes another one: %s',
    async (name) => {
      const { api, publishId, uploadUrl } = await begun();

      const taken = await upload<Taken>(api, uploadUrl, await fixture(name), form);

      expect(taken).toMatchObject({
        status: 200,
        body: { status: 'awaiting_upload', facts: { format: 'mp4', damage: 'unreadable' } },
      });
      expect(rulesIn(taken.body.problems)).toEqual(['video_unreadable']);
      expect(await statusOf(api, publishId)).toMatchObject({
        status: 'awaiting_upload',
        media: [{ sizeBytes: null, facts: { damage: 'unreadable' } }],
      });
      const checked = await api.provider<Taken>('validate-publication', { publishId });
      expect(checked.body).toMatchObject({ ok: false, problems: [{ rule: 'video_unreadable' }] });
      const published = await api.provider<ProblemBody>('publish-video', { publishId });
      expect(published).toMatchObject({ status: 409, body: { code: 'upload_missing' } });
      expect(published.body.detail).toContain('cannot be opened');
      expect(await connector().stagedFiles()).toEqual([]);

      const again = await upload<Taken>(api, uploadUrl, await fixture('clip-540x960-4s.mp4'), form);
      expect(again).toMatchObject({ status: 200, body: { status: 'ready', problems: [], warnings: [] } });
      await api.provider('cancel-publication', { publishId });
    },
  );
});

it('A video that no player opens is refused when it comes resumably, and its link begins again', async () => {
  const { api, publishId, tusUrl } = await begun();
  const bytes = await fixture('odd/unfinalised.mp4');
  await tusCall('POST', tusUrl, { 'upload-length': String(bytes.length) });

  const sent = await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, bytes);

  expect(sent).toMatchObject({ status: 415, problem: { code: 'video_unreadable' } });
  expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
  expect(await connector().stagedFiles()).toEqual([]);
  expect((await tusCall('POST', tusUrl, { 'upload-length': '5' })).status).toBe(201);
});

it('A resumable upload may begin with a single byte', async () => {
  const { api, publishId, tusUrl } = await begun();
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

describe('A photo', () => {
  it('without its end is taken with a warning', async () => {
    const { api, uploadUrls } = await withPhotos(1);

    const { status, body } = await upload<Taken>(
      api,
      uploadUrls[0] ?? '',
      await fixture('odd/cut.jpg'),
      'raw',
    );

    expect([status, body.status]).toEqual([200, 'ready']);
    expect(rulesIn(body.warnings)).toEqual(['media_incomplete']);
  });

  it('that no viewer opens is told by its problem, and only it has to be sent again', async () => {
    const { api, publishId, uploadUrls } = await withPhotos(2);
    const [first = '', second = ''] = uploadUrls;
    const broken = (await photo('webp')).subarray(0, 5000);

    const taken = await upload<Taken>(api, second, broken, 'multipart');
    await upload(api, first, await photo(), 'raw');

    expect(taken).toMatchObject({ status: 200, body: { status: 'awaiting_upload' } });
    expect(taken.body.problems).toMatchObject([{ rule: 'photo_unreadable', field: 'media[1].facts' }]);
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'awaiting_upload' });
    expect((await upload(api, second, await photo('webp'), 'raw')).body).toMatchObject({ status: 'ready' });
  });

  it.each([
    ['odd/brand-heis.bin', /is a HEIC photo.*JPEG or WebP.*convert/],
    ['odd/brand-avci.bin', /is an AVC image.*JPEG or WebP.*convert/],
  ])('in a format that TikTok does not take is named, not called a video: %s', async (name, detail) => {
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

describe('A video', () => {
  it.each([
    ['a MOV that begins with its index', (clip: ClipParts) => clip.beginningWith(), 'video/quicktime', 'mov'],
    ['a MOV that begins with its frames', (clip: ClipParts) => clip.indexLast(), 'video/quicktime', 'mov'],
    [
      'an MP4 that begins as a segment',
      (clip: ClipParts) => clip.beginningWith(fileType('msdh', 'msix').fill('styp', 4, 8)),
      'video/mp4',
      'mp4',
    ],
  ])('may be %s', async (_what, make, mediaType, format) => {
    const { api, uploadUrl, publishId } = await begun();

    const { status, body } = await upload<Taken>(api, uploadUrl, make(await ClipParts.read()), 'raw');

    expect([status, body.mediaType, body.facts.format, body.status]).toEqual([
      200,
      mediaType,
      format,
      'ready',
    ]);
    expect(body.problems).toEqual([]);
    await api.provider('cancel-publication', { publishId });
  });

  it('in 3GP is called that, which TikTok does not take', async () => {
    const { api, uploadUrl, publishId } = await begun();
    const file = (await ClipParts.read()).beginningWith(fileType('3gp5', 'isom'));

    const { body } = await upload<Taken>(api, uploadUrl, file, 'raw');
    const published = await api.provider<ProblemBody>('publish-video', { publishId });

    expect(body).toMatchObject({ mediaType: 'video/3gpp', facts: { format: '3gp' } });
    expect(rulesIn(body.problems)).toEqual(['media_format_unsupported']);
    expect(published).toMatchObject({ status: 400, body: { code: 'post_breaks_rules' } });
  });

  it('that is sound only is told by its problem, and not kept', async () => {
    const clip = await ClipParts.read();
    const { api, uploadUrl } = await begun();
    const deaf = Buffer.from(clip.beginningWith(clip.ftyp));
    // The first track becomes free space.
    deaf.write('free', deaf.indexOf('trak'), 'latin1');

    const { body } = await upload<Taken>(api, uploadUrl, deaf, 'raw');

    expect(body).toMatchObject({ status: 'awaiting_upload', facts: { codec: 'none' } });
    expect(rulesIn(body.problems)).toEqual(['video_codec_unsupported']);
  });
});
