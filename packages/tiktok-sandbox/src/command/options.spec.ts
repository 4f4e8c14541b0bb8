import { describe, expect, it } from '@jest/globals';
import { OPTIONS, optionsFrom, variableOf } from './options.js';
import { UsageError } from './usage-error.js';

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

  it('prefers a flag to the variable', () => {
    const flags = new Map([['port', '4012']]);
    expect(optionsFrom({ SANDBOX_PORT: '4011', SANDBOX_SEED: '7' }, flags)).toEqual({ port: 4012, seed: 7 });
  });

  it.each([
    ['SANDBOX_PORT', 'many'],
    ['SANDBOX_PORT', '65536'],
    ['SANDBOX_AUDITED', 'yes'],
    ['SANDBOX_LATENCY_MS', '1300-800'],
    ['SANDBOX_ODD_LISTS', 'luck'],
    ['SANDBOX_TOKEN_PROFILE', '2027'],
    ['SANDBOX_WEBHOOK_URL', 'localhost:3000/hook'],
    ['SANDBOX_PULL_HOSTS', 'media.example.com=https://elsewhere.example'],
    ['SANDBOX_PULL_HOSTS', 'media.example.com'],
  ])('names %s and its value "%s" when it is invalid', (name, value) => {
    const read = () => optionsFrom({ [name]: value });
    expect(read).toThrow(UsageError);
    expect(read).toThrow(new RegExp(`^${name} (must|is invalid).*, not "${value}"\\.$`));
  });

  it('names the flag when it is invalid, and the variable is not', () => {
    const flags = new Map([['processing-ms', 'soon']]);
    const read = () => optionsFrom({ SANDBOX_PROCESSING_MS: '5' }, flags);
    expect(read).toThrow('--processing-ms must be a whole number, not "soon".');
    expect(() => optionsFrom({}, new Map([['host', '']]))).toThrow('--host needs a value.');
  });
});

describe('the options', () => {
  it('have an environment variable each', () => {
    expect(OPTIONS.map(variableOf)).toEqual([
      'SANDBOX_PORT',
      'SANDBOX_HOST',
      'SANDBOX_PUBLIC_URL',
      'SANDBOX_DATA_FILE',
      'SANDBOX_WEBHOOK_URL',
      'SANDBOX_REDIRECT_URIS',
      'SANDBOX_VERIFIED_URLS',
      'SANDBOX_PULL_HOSTS',
      'SANDBOX_SEED',
      'SANDBOX_AUDITED',
      'SANDBOX_RATE_LIMITS',
      'SANDBOX_TOKEN_PROFILE',
      'SANDBOX_LATENCY_MS',
      'SANDBOX_ODD_LISTS',
      'SANDBOX_PROCESSING_MS',
      'SANDBOX_MODERATION_MS',
    ]);
  });
});
