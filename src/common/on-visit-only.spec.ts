import { describe, expect, it } from '@jest/globals';
import { isVisit } from './on-visit-only.js';

const visit = (headers: Record<string, string>, method = 'GET') => isVisit({ method, headers });

describe('isVisit', () => {
  it.each<Record<string, string>>([
    {},
    { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' },
    { 'sec-fetch-dest': 'iframe' },
    { 'sec-fetch-mode': 'cors' },
    { 'sec-purpose': '' },
    { purpose: 'connect an account' },
  ])('lets a browser through that goes there: %j', (headers) => expect(visit(headers)).toBe(true));

  it.each<Record<string, string>>([
    { 'sec-purpose': 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { 'sec-purpose': 'prefetch;anonymous-client-ip' },
    { 'sec-purpose': 'Prefetch', 'sec-fetch-dest': 'document' },
    { purpose: 'prefetch' },
    { purpose: 'preview' },
    { 'x-purpose': 'preview' },
    { 'x-moz': 'prefetch' },
    { 'sec-fetch-dest': 'image' },
    { 'sec-fetch-dest': 'script' },
    { 'sec-fetch-dest': 'embed' },
  ])('stops what only looks ahead, or embeds the address: %j', (headers) =>
    expect(visit(headers)).toBe(false),
  );

  it('stops HEAD', () => expect(visit({}, 'HEAD')).toBe(false));
});
