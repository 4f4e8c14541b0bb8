import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';
import { imageSize } from './image-size.js';

type Row = Record<string, unknown>;

describe('imageSize', () => {
  it('finds the frame of a JPEG behind other segments', () => {
    const jpeg = Buffer.from('ffd8ffe000044a46ffc0001108050002d0030122', 'hex');
    expect(imageSize(jpeg)).toEqual({ format: 'jpeg', width: 720, height: 1280 });
    expect(imageSize(Buffer.from('GIF89a'))).toBeUndefined();
  });
});

describe('creative files', () => {
  let client: BusinessClient;
  let token: string;
  let ids: string[];
  beforeEach(async () => {
    client = await BusinessClient.start();
    ({ token, ids } = await client.advertiserToken());
  });
  afterEach(() => client.close());

  const music = (more: Row) => client.get('/file/music/get/', { advertiser_id: ids[0], ...more }, token);
  const bytes = Buffer.alloc(2_000_000, 'v');
  const upload = (more: Record<string, string | Blob> = {}) =>
    client.form<Row[]>(
      '/file/video/ad/upload/',
      {
        advertiser_id: ids[0] ?? '',
        file_name: 'one.mp4',
        video_file: new File([bytes], 'one.mp4'),
        video_signature: createHash('md5').update(bytes).digest('hex'),
        ...more,
      },
      token,
    );

  it('answers a list for videos, with size and MD5 of what arrived', async () => {
    const { data } = await upload();
    expect(data).toEqual([
      expect.objectContaining({ size: bytes.length, file_name: 'one.mp4', displayable: true }),
    ]);
    expect(data[0]?.['signature']).toBe(createHash('md5').update(bytes).digest('hex'));
  });

  it.each([
    ['a wrong signature', { video_signature: '0'.repeat(32) }, 40_900],
    ['no signature', { video_signature: '' }, 40_002],
    ['a long name', { file_name: 'n'.repeat(101) }, 40_002],
    ['another format', { video_file: new File([bytes], 'one.gif') }, 40_908],
  ])('refuses %s', async (_case, more, code) => {
    expect((await upload(more)).code).toBe(code);
  });

  it('wants names that are unique inside the advertiser', async () => {
    await upload();
    expect((await upload()).code).toBe(40_911);
    expect((await upload({ advertiser_id: ids[1] ?? '' })).code).toBe(0);
  });

  it('takes a URL as JSON and shows only the id until the video is there', async () => {
    const body = {
      advertiser_id: ids[0],
      upload_type: 'UPLOAD_BY_URL',
      video_url: 'https://example.com/v.mp4',
    };
    const { data } = await client.post<Row[]>('/file/video/ad/upload/', body, token);
    expect(Object.keys(data[0] ?? {})).toEqual(['video_id']);
    const covers = (video_id: unknown) =>
      client.get('/file/video/suggestcover/', { advertiser_id: ids[0], video_id }, token);
    expect((await covers(data[0]?.['video_id'])).code).toBe(40_901);
    expect((await covers('v1')).code).toBe(40_053);
    await client.advance(300);
    const query = { advertiser_id: ids[0], video_ids: [data[0]?.['video_id']] };
    const info = await client.get<{ list: Row[] }>('/file/video/ad/info/', query, token);
    expect(info.data.list[0]).toMatchObject({ file_name: 'v.mp4', duration: expect.any(Number) });
  });

  it('keeps a temporary file for a day, and for its own kind', async () => {
    const image = new File([bytes], 'one.jpg');
    const signature = createHash('md5').update(bytes).digest('hex');
    const form = {
      advertiser_id: ids[0] ?? '',
      content_type: 'image',
      upload_type: 'FILE',
      file: image,
      signature,
    };
    const { data } = await client.form('/file/temporarily/upload/', form, token);
    const use = (kind: string) =>
      client.post(
        `/file/${kind}/ad/upload/`,
        { advertiser_id: ids[0], upload_type: 'UPLOAD_BY_FILE_ID', file_id: data['file_id'] },
        token,
      );
    expect((await use('video')).code).toBe(40_904);
    expect((await use('image')).code).toBe(0);
    await client.advance(86_400);
    expect((await use('image')).code).toBe(40_910);
  });

  it('knows the times of an image, and whether a carousel may show it, only after its upload', async () => {
    const body = {
      advertiser_id: ids[0],
      upload_type: 'UPLOAD_BY_URL',
      image_url: 'https://example.com/a.png',
    };
    const { data } = await client.post('/file/image/ad/upload/', body, token);
    expect(data).toMatchObject({ create_time: null, modify_time: null });
    expect(data).not.toHaveProperty('is_carousel_usable');
    const query = { advertiser_id: ids[0], image_ids: [data['image_id']] };
    const info = await client.get<{ list: Row[] }>('/file/image/ad/info/', query, token);
    expect(info.data.list[0]).toMatchObject({
      is_carousel_usable: true,
      create_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  it('wants a search type for carousel music and none for the others', async () => {
    expect((await music({ music_scene: 'CAROUSEL_ADS' })).code).toBe(40_002);
    expect((await music({ search_type: 'SEARCH_BY_KEYWORD' })).code).toBe(40_002);
    const recommended = await music({ music_scene: 'CAROUSEL_ADS', search_type: 'SEARCH_BY_RECOMMEND' });
    expect(recommended.data['musics']).toHaveLength(6);
  });
});
