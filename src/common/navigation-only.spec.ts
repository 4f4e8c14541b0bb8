import { describe, expect, it } from '@jest/globals';
import { isNavigation } from './navigation-only.js';

const navigate = (headers: Record<string, string>, method = 'GET') => isNavigation({ method, headers });

describe('isNavigation', () => {
  it.each<Record<string, string>>([
    {},
    { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' },
    { 'sec-fetch-dest': 'iframe' },
    { 'sec-fetch-mode': 'cors' },
    { 'sec-purpose': '' },
    { purpose: 'connect an account' },
  ])('accepts a browser that opens the page: %j', (headers) => expect(navigate(headers)).toBe(true));

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
  ])('rejects prefetches and embedded requests: %j', (headers) => expect(navigate(headers)).toBe(false));

  it('rejects HEAD', () => expect(navigate({}, 'HEAD')).toBe(false));
});
