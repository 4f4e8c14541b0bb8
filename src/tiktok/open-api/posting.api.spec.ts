import { describe, expect, it } from '@jest/globals';
import { TokenInterceptor } from '../http/token.interceptor.js';
import { ScriptedTransport, SPEC_CONFIG } from '../testing/scripted-transport.js';
import { OpenApiClient } from './open-api-client.js';
import { PostingApi } from './posting.api.js';

const ok = (data: object) => ({ data, error: { code: 'ok', message: '', log_id: 'x' } });
const refused = (code: string) => ({ error: { code, message: '', log_id: 'x' } });

function setUp(...responses: (string | object)[]) {
  const transport = new ScriptedTransport(responses);
  const tokens = {
    accessToken: () => Promise.resolve('act.1'),
    renewedToken: () => Promise.resolve('act.2'),
  };
  const client = new OpenApiClient(SPEC_CONFIG, new TokenInterceptor(transport, tokens));
  const bodies = () => transport.sent.map(({ options }) => JSON.parse(String(options?.body)) as object);
  return { api: new PostingApi(client), sent: transport.sent, bodies };
}

describe('PostingApi init', () => {
  it('sends only the source of the video for a draft', async () => {
    const { api, sent, bodies } = setUp(ok({ publish_id: 'v_inbox_url~v2.1' }));
    const source = { source: 'PULL_FROM_URL' as const, video_url: 'https://example.com/v.mp4' };

    await expect(api.initDraftVideo('c1', source)).resolves.toEqual({ publish_id: 'v_inbox_url~v2.1' });

    expect(new URL(sent[0]?.url ?? '').pathname).toBe('/v2/post/publish/inbox/video/init/');
    expect(bodies()).toEqual([{ source_info: source }]);
  });

  it('sends the mode of photos, and the cover even if it is the first photo', async () => {
    const { api, bodies } = setUp(ok({ publish_id: 'p' }));
    const source = { photo_images: ['https://example.com/1.jpg'], photo_cover_index: 0 };

    await api.initDraftPhotos('c1', { title: 't', description: 'd' }, source);

    expect(bodies()).toEqual([
      {
        media_type: 'PHOTO',
        post_mode: 'MEDIA_UPLOAD',
        post_info: { title: 't', description: 'd' },
        source_info: { source: 'PULL_FROM_URL', ...source },
      },
    ]);
  });
});

describe('PostingApi.cancel', () => {
  it('distinguishes a cancelled post from one that can no longer be cancelled', async () => {
    const { api, bodies } = setUp(ok({}), refused('publish_not_cancellable'));

    await expect(api.cancel('c1', 'v_pub_url~v2-1.1')).resolves.toBe('cancelled');
    await expect(api.cancel('c1', 'v_pub_url~v2-1.1')).resolves.toBe('not_cancellable');

    expect(bodies()[0]).toEqual({ publish_id: 'v_pub_url~v2-1.1' });
  });

  it('does not retry when TikTok does not respond', async () => {
    const { api, sent } = setUp('<html>502</html>', ok({}));

    await expect(api.cancel('c1', 'v_pub_url~v2-1.1')).rejects.toThrow();

    expect(sent).toHaveLength(1);
  });
});
