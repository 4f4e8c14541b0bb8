import { beforeAll, expect, it } from '@jest/globals';
import type { ApiClient, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { begin, ready } from '../../support/given/publications.js';

const connector = useConnector({ environment: { TIKTOK_VERIFIED_URLS: 'example.com' } });
let api: ApiClient;
beforeAll(async () => {
  ({ api } = await connector().tenant());
});

async function fieldErrors(action: string, body: object): Promise<string[]> {
  const answer = await api.provider<ProblemBody & { errors: { field: string }[] }>(action, body);
  expect(answer.status).toBe(400);
  const fields = [...new Set(answer.body.errors.map(({ field }) => field))];
  for (const field of fields) expect(answer.body.detail).toContain(field);
  return fields.toSorted();
}

const privacyLevel = 'SELF_ONLY';
const music = { soundId: '1', startMs: 5, endMs: 5 };
const FOREIGN = 'http://elsewhere.test/a.mp4';

it.each<[action: string, body: object, fields: string[]]>([
  [
    'init-video-upload',
    { title: '', privacyLevel: 'ALL', coverTimestampMs: -1, music, videoUrl: FOREIGN, nope: 1 },
    ['coverTimestampMs', 'music.endMs', 'nope', 'privacyLevel', 'title', 'videoUrl'],
  ],
  [
    'init-video-upload',
    { title: 'x', privacyLevel, caption: 7, music, videoUrl: FOREIGN },
    ['caption', 'music.endMs', 'videoUrl'],
  ],
  ['init-photo-upload', { privacyLevel, coverIndex: 3 }, ['photoCount', 'title']],
  [
    'init-photo-upload',
    { title: 'x', privacyLevel, photoCount: null, photoTitle: 1 },
    ['photoCount', 'photoTitle'],
  ],
  [
    'init-photo-upload',
    { title: 'x', privacyLevel, photoCount: 2, coverIndex: 2, allowComment: 'yes' },
    ['allowComment', 'coverIndex'],
  ],
  [
    'init-photo-upload',
    {
      privacyLevel,
      title: 1,
      photoCount: 2,
      photoUrls: ['https://media.example.com/1.jpg', FOREIGN],
      coverIndex: 2,
    },
    ['coverIndex', 'photoCount', 'photoUrls[1]', 'title'],
  ],
  ['publish-video', { publishAt: 'tomorrow', timeZone: 'Mars/Base' }, ['publishAt', 'publishId', 'timeZone']],
  ['publish-photo', { publishAt: 5, timeZone: 'Europe/Berlin' }, ['publishAt', 'publishId', 'timeZone']],
  ['validate-publication', { mode: 'x', music, photoCount: -1 }, ['mode', 'music.endMs', 'photoCount']],
])('%s reports every invalid field: %j', async (action, body, fields) => {
  expect(await fieldErrors(action, body)).toEqual(fields);
});

it('publish-video reports an invalid time and an invalid zone together', async () => {
  const publishId = await ready(api);

  expect(
    await fieldErrors('publish-video', { publishId, publishAt: '2027-13-01T10:00', timeZone: 'x' }),
  ).toEqual(['publishAt', 'timeZone']);
});

it('edit-publication reports invalid post fields and an invalid time together', async () => {
  const { publishId } = await begin(api);

  const fields = await fieldErrors('edit-publication', {
    publishId,
    photoTitle: 'only for photos',
    caption: 'x'.repeat(2201),
    publishAt: '2020-01-01T00:00:00Z',
  });

  expect(fields).toEqual(['caption', 'photoTitle', 'publishAt']);
});
