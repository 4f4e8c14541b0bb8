import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { begin, ready, statusOf } from '../../support/given/publications.js';

const VIDEO = { title: 'New drop', privacyLevel: 'PUBLIC_TO_EVERYONE' };

const connector = useConnector({ environment: { TIKTOK_VERIFIED_URLS: 'example.com' } });
let api: ApiClient;
beforeAll(async () => {
  ({ api } = await connector().tenant());
});

interface Form {
  ok: boolean;
  problems: { field: string; rule: string; fix: string; file?: number }[];
  warnings: { field: string; rule: string; message: string }[];
}
const validate = (form: object) => api.provider<Form & ProblemBody>('validate-publication', form);

interface Schemas {
  components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
}

describe('post form', () => {
  it('uses the same fields for validate-publication and both init calls', async () => {
    const { body } = await api.get<Schemas>('/api/openapi.json');
    const fieldsOf = (name: string) => Object.keys(body.components.schemas[name]?.properties ?? {});
    const wanted = [...fieldsOf('InitVideoUploadDto'), ...fieldsOf('InitPhotoUploadDto')];
    const known = new Set(fieldsOf('ValidatePublicationDto'));

    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((field) => !known.has(field))).toEqual([]);
  });

  it('stores commercialDisclosure, and requires a brand option to publish', async () => {
    const publishId = await ready(api, { commercialDisclosure: true });

    const { status, body } = await api.provider<ProblemBody>('publish-video', { publishId });

    expect(await statusOf(api, publishId)).toMatchObject({ options: { commercialDisclosure: true } });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field: 'commercialDisclosure', rule: 'disclosure_incomplete' }]);
  });

  it('checks as many photos as photoCount announces', async () => {
    const { body } = await validate({ ...VIDEO, photoCount: 3, coverIndex: 3 });

    expect(body.problems).toMatchObject([{ field: 'coverIndex', rule: 'cover_out_of_range' }]);
    expect(body.warnings.map(({ field }) => field)).toEqual([0, 1, 2].map((file) => `media[${file}].facts`));
  });

  it('reports each URL that TikTok cannot fetch from', async () => {
    const photoUrls = ['https://media.example.com/1.jpg', 'https://elsewhere.test/2.jpg', 'http://a.test/3'];

    const photos = await validate({ ...VIDEO, photoUrls });
    const video = await validate({ ...VIDEO, videoUrl: 'https://elsewhere.test/v.mp4' });

    expect(photos.body).toMatchObject({
      ok: false,
      problems: [
        {
          field: 'photoUrls[1]',
          file: 1,
          rule: 'url_ownership_unverified',
          fix: expect.stringMatching(/TIKTOK_VERIFIED_URLS/),
        },
        {
          field: 'photoUrls[2]',
          file: 2,
          rule: 'url_invalid',
          fix: expect.stringMatching(/must begin with https/),
        },
      ],
    });
    expect(video.body.problems).toMatchObject([{ field: 'videoUrl', rule: 'url_ownership_unverified' }]);
  });

  it('reports a track without the Business API and an invalid track range', async () => {
    const track = await validate({ ...VIDEO, music: { soundId: '1' } });
    const piece = await validate({ ...VIDEO, music: { soundId: '1', startMs: 5, endMs: 5 } });

    expect(track.body.problems).toMatchObject([{ field: 'music', rule: 'music_needs_business_account' }]);
    expect(piece).toMatchObject({ status: 400, body: { errors: [{ field: 'music.endMs' }] } });
  });

  it('warns about unchecked files and names invalid facts', async () => {
    const unknown = await validate(VIDEO);
    const wrong = await validate({ ...VIDEO, media: [{ width: 0 }] });

    expect(unknown.body.warnings).toMatchObject([
      {
        rule: 'media_facts_unknown',
        message: 'The video has not been checked yet.',
      },
    ]);
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ field: 'media[0].width' }] } });
  });
});

describe('edit-publication', () => {
  it.each([
    ['caption', { caption: '🎉'.repeat(1101) }, /2200/],
    ['music.endMs', { music: { soundId: '1', startMs: 5, endMs: 5 } }, /after/],
    ['music.soundId', { music: { soundId: 'a\0b' } }, /zero byte/],
  ])('applies the limits of a new post: %s', async (field, change, message) => {
    const { publishId } = await begin(api);

    const { status, body } = await api.provider<ProblemBody>('edit-publication', { publishId, ...change });

    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field, message: expect.stringMatching(message) }]);
  });
});
