import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../testing/eventually.js';
import { WebhookReceiver } from '../../testing/webhook-receiver.js';
import { APP, BusinessClient } from '../testing/business-client.js';

type Row = Record<string, unknown>;

describe('comments that TikTok shows only to their author', () => {
  let receiver: WebhookReceiver;
  let client: BusinessClient;
  let token: string;
  let as: { business_id: string; video_id: unknown; comment_id: string };
  beforeEach(async () => {
    receiver = await WebhookReceiver.start();
    client = await BusinessClient.start({});
    const granted = await client.accountToken();
    token = granted.token;
    const business_id = granted.businessId;
    const list = await client.get<{ videos: Row[] }>(
      '/business/video/list/',
      { business_id, fields: ['item_id'] },
      token,
    );
    const video_id = list.data.videos[0]?.['item_id'];
    const viewer = await client.control<{ commentId: string }>('/comments', {
      text: 'Price?',
      videoId: video_id,
    });
    as = { business_id, video_id, comment_id: viewer.json.commentId };
    await client.post('/business/webhook/update/', {
      ...APP,
      event_type: 'COMMENT',
      callback_url: receiver.url,
    });
  });
  afterEach(async () => {
    await client.close();
    await receiver.close();
  });

  const reply = (text: string) => client.post('/business/comment/reply/create/', { ...as, text }, token);
  const texts = async (status: string) => {
    const query = { ...as, status, sort_field: 'create_time', sort_order: 'asc' };
    const { data } = await client.get<{ comments: Row[] }>('/business/comment/reply/list/', query, token);
    return data.comments.map((one) => one['text']);
  };
  const actions = (count: number) =>
    eventually(() => {
      const said = receiver.received.map(({ body }) => {
        const { content } = JSON.parse(body) as { content: string };
        return (JSON.parse(content) as { comment_action: string }).comment_action;
      });
      return said.length === count && said.toSorted();
    });

  it('accepts similar replies from the configured one on, and hides them from the public list', async () => {
    await client.control('/settings', { business: { commentLimitFrom: 2 } });
    for (const text of ['Ten euros', 'Ten euros', 'Nine euros']) expect((await reply(text)).code).toBe(0);

    expect(await texts('PUBLIC')).toEqual(['Ten euros', 'Nine euros']);
    expect(await texts('ALL')).toEqual(['Ten euros', 'Ten euros', 'Nine euros']);
    expect(await actions(5)).toEqual(['insert', 'insert', 'insert', 'set_to_public', 'set_to_public']);
  });

  it('keeps a limited reply limited after a like, and limits none by default', async () => {
    await client.control('/settings', { business: { commentLimitFrom: 1, commentPublicEvent: false } });
    const limited = await reply('Hidden');
    const comment_id = limited.data['comment_id'];
    expect(
      (await client.post('/business/comment/like/', { ...as, comment_id, action: 'LIKE' }, token)).code,
    ).toBe(0);
    expect(await texts('PUBLIC')).toEqual([]);
    await client.control('/settings', { business: { commentLimitFrom: 0 } });
    await reply('Shown');
    expect(await texts('PUBLIC')).toEqual(['Shown']);
    expect(await actions(2)).toEqual(['insert', 'insert']);
  });
});
