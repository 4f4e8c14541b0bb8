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
  ])('with the real TikTok rates %s as %s', (url, status) => {
    expect(publicUrlVerdict(url, true).status).toBe(status);
  });

  it('accepts any address for a sandbox', () => {
    expect(publicUrlVerdict('http://127.0.0.1:3000', false).status).toBe('ok');
  });
});

describe('redirectUriVerdict', () => {
  it('prints each address to register', () => {
    const { status, detail } = verdict('https://c.example.com');
    expect(status).toBe('ok');
    expect(detail).toContain('login: https://c.example.com/connect/oauth/tiktok/callback ·');
    expect(detail).toContain('account: https://c.example.com/connect/oauth/tiktok/account/callback/ ·');
    expect(detail).toMatch(
      /advertiser: https:\/\/c\.example\.com\/connect\/oauth\/tiktok\/advertiser\/callback\/$/,
    );
  });

  it('omits the addresses that only a Business app needs', () => {
    expect(verdict('https://c.example.com', false).detail).not.toContain('advertiser');
  });

  it.each([
    ['http://c.example.com', 'not https'],
    ['https://c.example.com?x=1', 'with a query'],
    ['https://c.example.com#x', 'with a query or a fragment'],
    [`https://${'a.'.repeat(250)}example.com`, 'longer than 511'],
    ['https://c.example.com:8443', 'account is with a port'],
  ])('reports %.40s', (url, message) => {
    const { status, detail } = verdict(url);
    expect(status).toBe('problem');
    expect(detail).toContain(message);
  });

  it('allows a port without a Business app', () => {
    expect(verdict('https://c.example.com:8443', false).status).toBe('ok');
  });

  it('reports a Business callback without a trailing slash', () => {
    const uris = [{ use: 'account' as const, uri: 'https://c.example.com/callback' }];
    expect(redirectUriVerdict(uris, true).detail).toContain('without a trailing slash');
    expect(redirectUriVerdict(uris, false).status).toBe('ok');
  });
});

describe('webhookVerdict', () => {
  const ours = JSON.stringify({ code: 'invalid_signature' });

  it.each([
    ['rates our own refusal', answer(401, ours), 'ok', 'refuses unsigned deliveries'],
    ['rates a login page', answer(401, '<html>Login</html>'), 'problem', 'A proxy in front'],
    ['rates a firewall', answer(403), 'problem', 'A proxy in front'],
    ['rates a redirect', answer(301), 'problem', 'redirects'],
    ['rates an accepted unsigned delivery', answer(200), 'problem', 'returned 200'],
    ['rates another service', answer(404), 'problem', 'returned 404'],
    ['rates too many calls', answer(429), 'warning', '429'],
    ['silence', { failure: 'ECONNREFUSED' }, 'problem', 'ECONNREFUSED'],
  ])('%s', (_what, asked, status, words) => {
    const found = webhookVerdict('https://c.example.com/connect/webhook/tiktok', asked);
    expect(found.status).toBe(status);
    expect(found.detail).toContain(words);
  });
});
