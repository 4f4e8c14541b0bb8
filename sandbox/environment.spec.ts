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
      }),
    ).toEqual({
      port: 4011,
      redirectUris: ['http://localhost:1/a', 'http://localhost:1/b'],
      audited: false,
    });
  });

  it.each([
    ['SANDBOX_PORT', 'many'],
    ['SANDBOX_AUDITED', 'yes'],
    ['SANDBOX_TOKEN_PROFILE', '2027'],
  ])('names %s when it is wrong', (name, value) => {
    expect(() => optionsFrom({ [name]: value })).toThrow(name);
  });
});
