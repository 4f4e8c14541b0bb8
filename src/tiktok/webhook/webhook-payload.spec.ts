import { describe, expect, it } from '@jest/globals';
import { parseWebhook, webhookSeconds } from './webhook-payload.js';

const body = {
  client_key: 'key',
  event: 'post.publish.complete',
  create_time: 1_763_800_000,
  user_openid: 'open-id',
  content: '{"publish_id":"p"}',
};
const parse = (over: object) => parseWebhook(Buffer.from(JSON.stringify({ ...body, ...over })));

describe('parseWebhook', () => {
  it('parses a documented delivery', () => {
    expect(parse({})).toEqual({
      clientKey: 'key',
      event: 'post.publish.complete',
      createTime: 1_763_800_000,
      userOpenId: 'open-id',
      content: '{"publish_id":"p"}',
    });
  });

  it('keeps every digit of numeric ids', () => {
    const text = JSON.stringify(body)
      .replace('"key"', '7400000000000000001')
      .replace('"open-id"', '7602997517160123667');
    expect(parseWebhook(Buffer.from(text))).toMatchObject({
      clientKey: '7400000000000000001',
      userOpenId: '7602997517160123667',
    });
  });

  it.each([
    [{ a: 1 }, '{"a":1}'],
    [[1], '[1]'],
    [null, ''],
    [undefined, ''],
    [7, ''],
  ])('converts the content %j to text', (content, text) => {
    expect(parse({ content })?.content).toBe(text);
  });

  it.each([[undefined], [null], [''], [{}]])('rejects %j as the app or the event', (value) => {
    expect(parse({ client_key: value })).toBeUndefined();
    expect(parse({ event: value })).toBeUndefined();
    expect(parse({ user_openid: value })).toMatchObject({ userOpenId: undefined });
  });

  it.each(['', '[]', '7', 'null', '{"client_key":', '"text"'])('returns undefined for %j', (text) => {
    expect(parseWebhook(Buffer.from(text))).toBeUndefined();
  });
});

describe('webhookSeconds', () => {
  it.each([
    [1_763_800_000, 1_763_800_000],
    ['1763800000', 1_763_800_000],
    [1_763_800_000_123, 1_763_800_000.123],
    ['1763800000123', 1_763_800_000.123],
    [undefined, undefined],
    [null, undefined],
    ['now', undefined],
    ['', undefined],
    [0, undefined],
    [-1, undefined],
    [9e18, undefined],
    [Infinity, undefined],
    [Number.NaN, undefined],
    [true, undefined],
  ])('parses %j as %j', (value, seconds) => expect(webhookSeconds(value)).toBe(seconds));
});
