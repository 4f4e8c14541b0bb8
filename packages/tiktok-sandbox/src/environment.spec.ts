import { describe, expect, it } from '@jest/globals';
import { optionsFrom } from './environment.js';

describe('optionsFrom', () => {
  it('reads what is set and leaves the rest to the defaults', () => {
    expect(
      optionsFrom({
        SANDBOX_PORT: '4011',
        SANDBOX_REDIRECT_URIS: 'http://localhost:1/a, http://localhost:1/b',
        SANDBOX_AUDITED: 'false',
        SANDBOX_HOST: '',
        SANDBOX_LATENCY_MS: '800-1300',
        SANDBOX_ODD_LISTS: 'cursor_text, short_pages',
        SANDBOX_PULL_HOSTS: 'media.example.com=http://127.0.0.1:3000',
      }),
    ).toEqual({
      port: 4011,
      redirectUris: ['http://localhost:1/a', 'http://localhost:1/b'],
      audited: false,
      latencyMs: [800, 1300],
      oddLists: ['cursor_text', 'short_pages'],
      pullHosts: { 'media.example.com': 'http://127.0.0.1:3000' },
    });
  });

  it.each([
    ['SANDBOX_PORT', 'many'],
    ['SANDBOX_AUDITED', 'yes'],
    ['SANDBOX_LATENCY_MS', '1300-800'],
    ['SANDBOX_ODD_LISTS', 'luck'],
    ['SANDBOX_TOKEN_PROFILE', '2027'],
    ['SANDBOX_PULL_HOSTS', 'media.example.com=https://elsewhere.example'],
    ['SANDBOX_PULL_HOSTS', 'media.example.com'],
  ])('names %s when it is wrong', (name, value) => {
    expect(() => optionsFrom({ [name]: value })).toThrow(name);
  });
});
