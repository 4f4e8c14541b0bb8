import { describe, expect, it } from '@jest/globals';
import { checkHookUrl } from './hook-url.js';

const fails = (url: string, allowPrivate = false) =>
  expect(() => checkHookUrl(url, allowPrivate)).toThrow('url: ');

describe('checkHookUrl', () => {
  it('accepts a public https address', () => {
    expect(() => checkHookUrl('https://crm.example/hooks?x=1', false)).not.toThrow();
  });

  it.each([
    '',
    'crm.example',
    'http://crm.example/',
    'ftp://crm.example/',
    'https://a:b@crm.example/',
    'https://crm.example/#x',
  ])('refuses %j', (url) => fails(url));

  it.each(['https://10.0.0.1/', 'https://localhost/', 'https://[fd00::1]/'])(
    'refuses %s unless private ones are allowed',
    (url) => {
      fails(url);
      expect(() => checkHookUrl(url, true)).not.toThrow();
      expect(() => checkHookUrl('http://127.0.0.1:9/', true)).not.toThrow();
    },
  );
});
