import { describe, expect, it } from '@jest/globals';
import { pageText, toHtml } from './return-page.js';

const account = { username: 'demo', displayName: 'Demo', status: 'active' };
const connected = { status: 'connected' };

describe('pageText', () => {
  it('names the connected account', () => {
    expect(pageText(connected, account).title).toBe('Connected: @demo');
    expect(pageText(connected, { ...account, username: null }).title).toBe('Connected: Demo');
  });

  it('says that only the second consent failed, and why', () => {
    const { title, lines } = pageText({ ...connected, warning: 'account_access_denied' }, account);
    expect(title).toBe('Connected: @demo');
    expect(lines[0]).toBe('Comments and insights were not connected.');
    expect(lines[1]).toMatch(/did not grant access to this app.*\(access_denied\)/);
  });

  it.each([
    ['access_denied', 'did not grant access to this app'],
    ['state_used', 'already finished'],
    ['different_account', 'another TikTok account'],
    ['never_heard_of', 'The reason is "never_heard_of".'],
    [undefined, 'The reason is unknown.'],
    ['<b>x</b>', 'The reason is unknown.'],
    ['x'.repeat(61), 'The reason is unknown.'],
  ])('explains the error %s', (code, words) => {
    const { title, lines } = pageText({ status: 'error', code }, undefined);
    expect(title).toBe('The account was not connected');
    expect(lines[0]).toContain(words);
  });

  it('never claims a connection that does not exist', () => {
    expect(pageText(connected, undefined).title).toBe('Unknown connection');
    expect(pageText(connected, { ...account, status: 'expired' }).title).toBe(
      '@demo is expired, not connected',
    );
    expect(pageText({}, account).title).toBe('Connect a TikTok account');
    expect(pageText({ status: '<script>' }, account).title).toBe('Connect a TikTok account');
  });
});

describe('toHtml', () => {
  it('escapes all text', () => {
    const html = toHtml({ title: `<script>alert('1')</script>`, lines: ['"&<img src=x onerror=y>'] });
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;');
    expect(html).toContain('&quot;&amp;&lt;img');
  });
});
