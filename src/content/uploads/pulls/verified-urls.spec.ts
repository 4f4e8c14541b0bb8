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

// As signed by each store's SDK, with fake values.
const SIGNATURE = 'a1b2c3d4'.repeat(8);
const S3_QUERY =
  '?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD' +
  '&X-Amz-Credential=AKIAEXAMPLE%2F20261128%2Feu-central-1%2Fs3%2Faws4_request&X-Amz-Date=20261128T100000Z' +
  `&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&x-id=GetObject&X-Amz-Signature=${SIGNATURE}`;
const PRESIGNED: Record<string, string> = {
  S3: `/spring/video.mp4${S3_QUERY}`,
  'S3 with a session token': `/video.mp4${S3_QUERY}&X-Amz-Security-Token=${'IQoJb3JpZ2luX2Vj%2F%2B%3D'.repeat(80)}`,
  'S3 with a file name': `/video.mp4${S3_QUERY}&response-content-disposition=attachment%3B%20filename%3D%22a%252Fb..%22`,
  'S3, signed with version 2':
    '/video.mp4?AWSAccessKeyId=AKIAEXAMPLE&Expires=1796000000&Signature=ab%2Bcd%2Fef%3D',
  MinIO: `/bucket/summer%20sale/video.mp4${S3_QUERY}`,
  'R2 with a dot in its query': `/video.mp4${S3_QUERY}&prefix=a/../b/./c&next=%2e%2E%2f%2F`,
  'Google Cloud Storage':
    '/bucket/video.mp4?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Credential=sa%40project.iam.gserviceaccount.com%2F20261128%2Fauto%2Fstorage%2Fgoog4_request' +
    `&X-Goog-Date=20261128T100000Z&X-Goog-Expires=3600&X-Goog-SignedHeaders=host&X-Goog-Signature=${SIGNATURE}`,
  'Azure, by SAS':
    "/container/video.mp4?sv=2025-01-05&st=2026-11-28T10%3A00%3A00Z&se=2026-11-28T11%3A00%3A00Z&sr=b&sp=r&spr=https&sig=ab%2Fcd%2Bef%3D&rscd=attachment%3B%20filename*%3DUTF-8''a.mp4",
  Firebase:
    '/v0/b/app.appspot.com/o/uploads%2F2026%2Fvideo%20(1).mp4?alt=media&token=0f8fad5b-d9cb-469f-a165-70867728950e',
  'CloudFront, by a canned policy':
    '/video.mp4?Expires=1796000000&Signature=ab~cd-ef__&Key-Pair-Id=K2JCJMDEHXQW5F',
  'CloudFront, by its own policy':
    '/video.mp4?Policy=eyJTdGF0ZW1lbnQiOlt7fV19_&Signature=ab~cd-ef__&Key-Pair-Id=K2JCJMDEHXQW5F',
  Cloudinary: '/demo/video/upload/s--AbCdEf12--/c_fill,w_540/v1/spring.mp4?_a=BAMAAAhK0',
  Supabase: '/storage/v1/object/sign/videos/spring.mp4?token=eyJhbGciOiJIUzI1NiJ9.eyJ1cmwiOiJhIn0.c2ln%3D',
};

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
  `https://brand.com/?${'a'.repeat(8192)}`,
  'https://brand.com/a.mp4?x=%0d%0aHost:%20evil.example',
  'https://brand.com/a.mp4?x=%00',
  'https://brand.com/a.mp4?x=%',
  'https://brand.com/..%2Fa.mp4',
  'https://brand.com/x%2F..%2F..%2Fa.mp4',
  'https://brand.com/x%2F.%2Fa.mp4',
  'https://brand.com/x%2F..;%2Fa.mp4',
  'https://brand.com/x%2F%2E%2E%2Fa.mp4',
  'https://brand.com/%2F..',
  'https://brand.com/o/uploads%252Fa.mp4',
  'https://brand.com%2F.evil.example/a.mp4',
  `${PREFIX}uploads%2Fa.mp4`,
  `${PREFIX}..%2Fsecret.jpg?token=1`,
  `${PREFIX}x%2F..%2F..%2Fsecret.jpg`,
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
  'https://evil.example/a.mp4?X-Amz-Credential=AKIA%2Fbrand.com%2F',
  'https://evil.example/uploads%2Fa.mp4',
  `https://evil.example/?${PREFIX}a.jpg`,
  `https://files.shop.example/?/media/a.jpg`,
  `https://files.shop.example/media?/a.jpg`,
  'https://xn--brnd-loa.com/a.mp4',
  'https://files.shop.example/media',
  'https://files.shop.example/media-old/a.jpg',
  'https://files.shop.example/Media/a.jpg',
  'https://files.shop.example/other/media/a.jpg',
  'https://files.shop.example//media/a.jpg',
  'https://cdn.files.shop.example/media/a.jpg',
  'https://shop.example/media/a.jpg',
];

describe('VerifiedUrls', () => {
  it.each(ALLOWED)('accepts %s', (url) => {
    expect(urls.check(url)).toBeUndefined();
  });

  it.each(Object.entries(PRESIGNED))('accepts URLs presigned by %s', (_store, rest) => {
    expect(urls.check(`https://cdn.brand.com${rest}`)).toBeUndefined();
    // Also under a prefix, unless the path could leave it.
    const problem = urls.check(`${PREFIX}${rest.slice(1)}`);
    expect(problem?.code).toBe(rest.split('?')[0]?.includes('%2F') ? 'url_invalid' : undefined);
  });

  it.each(MALFORMED)('rejects the malformed URL %j', (url) => {
    expect(urls.check(url)).toMatchObject({
      code: 'url_invalid',
      message: expect.stringMatching(/^must /),
    });
  });

  it.each(UNVERIFIED)('rejects the unverified URL %s', (url) => {
    expect(urls.check(url)?.code).toBe('url_ownership_unverified');
  });

  it('accepts only URLs that every parser reads as https on a verified host', () => {
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
      '%2F',
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
        expect([protocol, port, username, password, hash]).toEqual(['https:', '', '', '', '']);
        expect(href.split('?')[0]).toBe(url.split('?')[0]);
        // Even after decoding, the path has no .. segments.
        expect(decodeURIComponent(pathname).split('/')).not.toContain('..');
        const underPrefix = hostname === 'files.shop.example' && /^\/media\/[^%]*$/.test(pathname);
        expect(underPrefix || /(^|\.)brand\.com$/.test(hostname)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
