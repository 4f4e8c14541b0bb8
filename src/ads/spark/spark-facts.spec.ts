import { describe, expect, it } from '@jest/globals';
import { hashOf, sparkFacts, timeOf } from './spark-facts.js';

describe('timeOf', () => {
  it.each([
    ['2026-12-28 10:00:00', '2026-12-28T10:00:00.000Z'],
    ['2026-12-28T10:00:00Z', '2026-12-28T10:00:00.000Z'],
  ])('reads %s as UTC', (text, iso) => {
    expect(timeOf(text)?.toISOString()).toBe(iso);
  });

  it.each([null, undefined, '', 'soon'])('is null for %j', (text) => {
    expect(timeOf(text)).toBeNull();
  });
});

describe('sparkFacts', () => {
  it('is null for what TikTok leaves out', () => {
    expect(sparkFacts({})).toEqual({
      itemId: null,
      authorizedUntil: null,
      details: {
        authStatus: null,
        itemType: null,
        text: null,
        creatorName: null,
        identityId: null,
        identityType: null,
        coverUrl: null,
      },
    });
  });
});

describe('hashOf', () => {
  it('recognises a code and does not contain it', () => {
    expect(hashOf('#a').equals(hashOf('#a'))).toBe(true);
    expect(hashOf('#a').equals(hashOf('#b'))).toBe(false);
    expect(hashOf('#a')).toHaveLength(32);
  });
});
