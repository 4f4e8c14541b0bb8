import { describe, expect, it } from '@jest/globals';
import { publicUrlVerdict } from './public-url.check.js';
import { redirectUris, redirectUriVerdict } from './redirect-uris.check.js';
import { webhookVerdict } from './webhook.check.js';

const verdict = (publicUrl: string, business = true) =>
  redirectUriVerdict(redirectUris(publicUrl, business), true);

const answer = (status: number, text = '') => ({ status, text, date: undefined });

describe('publicUrlVerdict', () => {
  it.each([
    ['https://connector.example.com', 'ok'],
    ['https://connector.example.com:8443', 'ok'],
    ['http://connector.example.com', 'problem'],
    ['https://localhost', 'problem'],
    ['https://service.localhost', 'problem'],
    ['https://connector', 'problem'],
    ['https://10.1.2.3', 'problem'],
    ['https://[2001:db8::1]', 'problem'],
    ['https://box.internal', 'problem'],
  ])('with the real TikTok takes %s for %s', (url, status) => {
    expect(publicUrlVerdict(url, true).status).toBe(status);
  });

  it('lets a sandbox have any address', () => {
    expect(publicUrlVerdict('http://127.0.0.1:3000', false).status).toBe('ok');
  });
});

describe('redirectUriVerdict', () => {
  it('prints each address as it is to be registered', () => {
    const { status, detail } = verdict('https://c.example.com');
    expect(status).toBe('ok');
    expect(detail).toContain('login: https://c.example.com/connect/oauth/tiktok/callback ·');
    expect(detail).toContain('account: https://c.example.com/connect/oauth/tiktok/account/callback/ ·');
    expect(detail).toMatch(
      /advertiser: https:\/\/c\.example\.com\/connect\/oauth\/tiktok\/advertiser\/callback\/$/,
    );
  });

  it('leaves away what only a Business app needs', () => {
    expect(verdict('https://c.example.com', false).detail).not.toContain('advertiser');
  });

  it.each([
    ['http://c.example.com', 'not https'],
    ['https://c.example.com?x=1', 'with a query'],
    ['https://c.example.com#x', 'with a query or a fragment'],
    [`https://${'a.'.repeat(250)}example.com`, 'longer than 511'],
    ['https://c.example.com:8443', 'account is with a port'],
  ])('complains about %.40s', (url, message) => {
    const { status, detail } = verdict(url);
    expect(status).toBe('problem');
    expect(detail).toContain(message);
  });

  it('lets the app without a Business side have a port', () => {
    expect(verdict('https://c.example.com:8443', false).status).toBe('ok');
  });

  it('complains about a Business callback without its slash', () => {
    const uris = [{ use: 'account' as const, uri: 'https://c.example.com/callback' }];
    expect(redirectUriVerdict(uris, true).detail).toContain('without a slash at the end');
    expect(redirectUriVerdict(uris, false).status).toBe('ok');
  });
});

describe('webhookVerdict', () => {
  const ours = JSON.stringify({ code: 'invalid_signature' });

  it.each([
    ['our own refusal', answer(401, ours), 'ok', 'refuses what is not signed'],
    ['a login in front', answer(401, '<html>Login</html>'), 'problem', 'something in front'],
    ['a firewall', answer(403), 'problem', 'something in front'],
    ['a redirect', answer(301), 'problem', 'redirects'],
    ['an unsigned delivery that is taken', answer(200), 'problem', 'answered 200'],
    ['another service', answer(404), 'problem', 'answered 404'],
    ['too many calls', answer(429), 'warning', '429'],
    ['silence', { failure: 'ECONNREFUSED' }, 'problem', 'ECONNREFUSED'],
  ])('of %s', (_what, asked, status, words) => {
    const found = webhookVerdict('https://c.example.com/connect/webhook/tiktok', asked);
    expect(found.status).toBe(status);
    expect(found.detail).toContain(words);
  });
});
