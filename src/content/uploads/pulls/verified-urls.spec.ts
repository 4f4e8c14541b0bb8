import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AppConfig } from '../../../config/index.js';
import { VerifiedUrls } from './verified-urls.js';

const PREFIX = 'https://files.shop.example/media/';
const urls = new VerifiedUrls({
  pulls: {
    publicUrl: 'https://connector.example',
    verifiedUrls: ['brand.com', PREFIX],
    ownershipFiles: new Map(),
  },
} as unknown as AppConfig);

const ALLOWED = [
  'https://brand.com/a.mp4',
  'https://cdn.brand.com/deep/er/a.mp4?version=2&x=y',
  'https://a.b.c.brand.com/a%20b.mp4',
  `${PREFIX}a.jpg`,
  `${PREFIX}2026/summer/photo-1.webp`,
  `${PREFIX}..hidden/a...b.jpg`,
];

const MALFORMED = [
  '',
  'a.mp4',
  '//brand.com/a.mp4',
  'http://brand.com/a.mp4',
  'HTTPS://brand.com/a.mp4',
  'ftp://brand.com/a.mp4',
  'file:///etc/passwd',
  'data:video/mp4;base64,AAAA',
  'javascript:alert(1)//https://brand.com/',
  ' https://brand.com/a.mp4',
  'https:brand.com/a.mp4',
  'https:/brand.com/a.mp4',
  'https:///brand.com/a.mp4',
  'https:\\\\brand.com/a.mp4',
  'https://brand.com\\@evil.example/a.mp4',
  'https://brand.com@evil.example/a.mp4',
  'https://user@brand.com/a.mp4',
  'https://user:password@brand.com/a.mp4',
  'https://@brand.com/a.mp4',
  'https://:@brand.com/a.mp4',
  'https://evil.example@brand.com/a.mp4',
  'https://brand.com:443/a.mp4',
  'https://brand.com:8443/a.mp4',
  'https://brand.com:/a.mp4',
  'https://brand.com:0/a.mp4',
  'https://BRAND.com/a.mp4',
  'https://brand.com./a.mp4',
  'https://.brand.com/a.mp4',
  'https://brand..com/a.mp4',
  'https://brand.com',
  'https://brand.com?x=/a.mp4',
  'https://brand.com/a.mp4#',
  'https://brand.com/a.mp4#t=10',
  'https://brand.com#@evil.example/',
  'https://brand.com/a b.mp4',
  'https://brand.com/a\t.mp4',
  'https://brand.com/a\n.mp4',
  'https://bra\tnd.com/a.mp4',
  'https://brand.com/\u0000a.mp4',
  'https://brand.com/%00a.mp4',
  'https://brand.com/%0d%0aHost:%20evil.example',
  'https://brand.com/a%2fb.mp4',
  'https://brand.com/a%5Cb.mp4',
  'https://brand.com/%252e%252e/a.mp4',
  'https://brand.com/./a.mp4',
  'https://brand.com/x/../a.mp4',
  'https://brand.com/%2e%2e/a.mp4',
  'https://brand.com/%',
  'https://brand.com/ä.mp4',
  'https://bränd.com/a.mp4',
  'https://ｂrand.com/a.mp4',
  'https://brand。com/a.mp4',
  'https://brand%2Ecom/a.mp4',
  'https://127.0.0.1/a.mp4',
  'https://127.1/a.mp4',
  'https://2130706433/a.mp4',
  'https://0x7f000001/a.mp4',
  'https://0177.0.0.1/a.mp4',
  'https://169.254.169.254/latest/meta-data/',
  'https://[::1]/a.mp4',
  'https://[::ffff:127.0.0.1]/a.mp4',
  'https://localhost/a.mp4',
  'https://brand/a.mp4',
  'https://brand.com/<a>.mp4',
  'https://brand.com/"a".mp4',
  'https://brand.com/{a}.mp4',
  'https://brand.com/a|b.mp4',
  'https://brand.com/a^b.mp4',
  'https://brand.com/a`b.mp4',
  `https://brand.com/${'a'.repeat(2048)}`,
  `${PREFIX}../secret.jpg`,
  `${PREFIX}..`,
  `${PREFIX}%2e%2e/secret.jpg`,
  `${PREFIX}..%2fsecret.jpg`,
  `${PREFIX}..;/secret.jpg`,
  `${PREFIX}.;x/secret.jpg`,
  `${PREFIX}..\\secret.jpg`,
];

const UNVERIFIED = [
  'https://evil.example/a.mp4',
  'https://notbrand.com/a.mp4',
  'https://brand.com.evil.example/a.mp4',
  'https://brand.community/a.mp4',
  'https://brand-com.example/a.mp4',
  'https://evil.example/https://brand.com/a.mp4',
  'https://evil.example/?https://brand.com/',
  'https://xn--brnd-loa.com/a.mp4',
  'https://files.shop.example/media',
  'https://files.shop.example/media-old/a.jpg',
  'https://files.shop.example/Media/a.jpg',
  'https://files.shop.example/other/media/a.jpg',
  'https://files.shop.example//media/a.jpg',
  'https://cdn.files.shop.example/media/a.jpg',
  'https://shop.example/media/a.jpg',
];

describe('An address that TikTok is to fetch from', () => {
  it.each(ALLOWED)('may be %s', (url) => {
    expect(urls.check(url)).toBeUndefined();
  });

  it.each(MALFORMED)('must not be %j', (url) => {
    expect(urls.check(url)).toMatchObject({
      code: 'url_invalid',
      complaint: expect.stringMatching(/^must /),
    });
  });

  it.each(UNVERIFIED)('must be verified, and %s is not', (url) => {
    expect(urls.check(url)?.code).toBe('url_ownership_unverified');
  });

  it('that passes is read by every parser as https on a verified host, and leads nowhere else', () => {
    const piece = fc.constantFrom(
      'https://',
      'brand.com',
      'evil.example',
      PREFIX,
      '@',
      ':',
      '/',
      '//',
      '\\',
      '..',
      '.',
      '%2e',
      '%2f',
      '%00',
      '#',
      '?',
      ';',
      '443',
      '127.0.0.1',
      '[::1]',
      ' ',
      '\t',
      'A',
      'a',
      'media',
      '\u3002',
      '&',
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const anything = fc.oneof(
      text,
      fc.webUrl(),
      text.map((rest) => `https://brand.com${rest}`),
      text.map((rest) => PREFIX + rest),
    );
    fc.assert(
      fc.property(anything, (url) => {
        if (urls.check(url)) return;
        const { protocol, hostname, port, username, password, hash, pathname, href } = new URL(url);
        expect([protocol, port, username, password, hash, href]).toEqual(['https:', '', '', '', '', url]);
        const underPrefix = hostname === 'files.shop.example' && pathname.startsWith('/media/');
        expect(underPrefix || /(^|\.)brand\.com$/.test(hostname)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
