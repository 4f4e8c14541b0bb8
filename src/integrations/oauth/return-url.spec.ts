import { describe, expect, it } from '@jest/globals';
import { checkReturnUrl, withOutcome } from './return-url.js';

const allowed = ['https://admin.example', 'http://localhost:5173/'];

describe('checkReturnUrl', () => {
  it.each([
    'https://admin.example/integrations',
    'https://ADMIN.example:443/?a=1#b',
    'http://localhost:5173/x',
  ])('accepts %s', (url) => expect(checkReturnUrl(url, allowed).href).toBe(new URL(url).href));

  it.each([
    'https://evil.example/',
    'https://admin.example.evil.example/',
    'https://admin.example@evil.example/',
    'https://user:pass@admin.example/',
    'http://admin.example/',
    'https://admin.example:444/',
    'https://evil.example#@admin.example/',
    'https://evil.example\\@admin.example/',
    'https:\\\\admin.example/',
    'https://admin.example\t/',
    ' https://admin.example/',
    'https://admin.example/\n',
    '//admin.example/',
    '/integrations',
    'admin.example',
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'http://localhost:51730/',
    'http://127.0.0.1:5173/',
    'https://xn--dmin-5na.example/',
    'https://admin。example.evil.example/',
    'https://[::1]/',
  ])('refuses %j', (url) => {
    expect(() => checkReturnUrl(url, allowed)).toThrow(/returnUrl/);
  });
});

describe('withOutcome', () => {
  it("keeps the address's own query and fragment", () => {
    expect(withOutcome('https://admin.example/i?tab=1#x', { status: 'connected' })).toBe(
      'https://admin.example/i?tab=1&status=connected#x',
    );
  });
});
