import { describe, expect, it } from '@jest/globals';
import { isRealTikTok } from '../real-tiktok.js';
import { auditVerdict } from './app-audit.check.js';
import { businessVerdict } from './business-app.check.js';
import { secretVerdict } from './client-secret.check.js';
import { clockVerdict } from './clock-skew.check.js';
import { quarantinedVerdict } from './quarantined-webhooks.check.js';
import { reachableVerdict } from './tiktok-reachable.check.js';
import { unknownCodesVerdict } from './unknown-codes.check.js';

const answer = (status: number, body: unknown = '') => ({
  status,
  text: typeof body === 'string' ? body : JSON.stringify(body),
  date: undefined,
});

const at = (apiBaseUrl: string) =>
  isRealTikTok({ apiBaseUrl, authBaseUrl: apiBaseUrl, businessBaseUrl: apiBaseUrl } as Parameters<
    typeof isRealTikTok
  >[0]);

describe('clockVerdict', () => {
  it.each([
    [0, 0, 'ok'],
    [4_900, -4_900, 'ok'],
    [5_100, 0, 'warning'],
    [0, -5_100, 'warning'],
    [60_000, 0, 'warning'],
    [0, 60_100, 'problem'],
    [-3_600_000, 0, 'problem'],
  ])('%d ms ahead of TikTok and %d ms ahead of the database is %s', (tiktok, database, status) => {
    const skews = [
      { of: 'TikTok', aheadMs: tiktok },
      { of: 'the database', aheadMs: database },
    ];
    expect(clockVerdict(skews).status).toBe(status);
  });

  it('neither accepts an unknown time nor lets it hide a wrong one', () => {
    const unknown = { of: 'TikTok', aheadMs: undefined };
    expect(clockVerdict([unknown, { of: 'the database', aheadMs: 0 }]).status).toBe('warning');
    expect(clockVerdict([unknown, { of: 'the database', aheadMs: 90_000 }]).status).toBe('problem');
  });
});

describe('secretVerdict', () => {
  it.each([
    ['a token', answer(200, { access_token: 'clt.x', expires_in: 7200 }), 'ok'],
    ['invalid_client', answer(401, { error: 'invalid_client' }), 'problem'],
    ['invalid_client inside 200', answer(200, { error: 'invalid_client' }), 'problem'],
    ['an app without this grant', answer(400, { error: 'unauthorized_client' }), 'warning'],
    ['HTML', answer(502, '<html>Bad Gateway</html>'), 'warning'],
    ['an empty token', answer(200, { access_token: '' }), 'warning'],
    ['silence', { failure: 'ETIMEDOUT' }, 'warning'],
  ])('of %s', (_what, asked, status) => {
    expect(secretVerdict(asked).status).toBe(status);
  });

  it('shows no token, and no text that is not a known error code', () => {
    const verdict = [
      secretVerdict(answer(200, { access_token: 'clt.secret' })),
      secretVerdict(answer(400, { error: 'Secret 123 <b>' })),
    ];
    expect(JSON.stringify(verdict)).not.toMatch(/clt\.|123/);
  });
});

describe('reachableVerdict', () => {
  it('names silent hosts, and only warns about failing ones', () => {
    const fine = ['https://a.example', answer(404)] as const;
    expect(reachableVerdict([fine, ['https://b.example', answer(407)]])).toMatchObject({
      status: 'problem',
      detail: expect.stringContaining('https://b.example (407)'),
    });
    expect(reachableVerdict([fine]).status).toBe('ok');
    expect(reachableVerdict([fine, ['https://b.example', answer(503)]]).status).toBe('warning');
    const silent = reachableVerdict([fine, ['https://b.example', { failure: 'ENOTFOUND' }]]);
    expect(silent).toMatchObject({
      status: 'problem',
      detail: 'No response from https://b.example (ENOTFOUND).',
    });
  });
});

describe('businessVerdict', () => {
  const settings = {
    login: { id: 'key', secret: 's' },
    business: { id: '74', secret: 't' },
    businessTier: 'advanced' as const,
    keepsRateLimits: true,
    accountScopes: ['comment.list', 'comment.list.manage', 'video.insights'],
  };

  it('reports the tier, a missing or mixed-up app, and disabled rate limits', () => {
    expect(businessVerdict(settings, true)).toMatchObject({
      status: 'ok',
      detail: expect.stringContaining('"advanced"'),
    });
    expect(businessVerdict({ ...settings, business: undefined }, true)).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining('are off'),
    });
    expect(businessVerdict({ ...settings, business: settings.login }, true).status).toBe('warning');
    expect(businessVerdict({ ...settings, keepsRateLimits: false }, true).status).toBe('problem');
    expect(businessVerdict({ ...settings, keepsRateLimits: false }, false).status).toBe('ok');
  });
});

it('businessVerdict names the features that lack scopes', () => {
  const settings = {
    login: { id: 'key', secret: 's' },
    business: { id: '74', secret: 't' },
    businessTier: 'basic' as const,
    keepsRateLimits: true,
    accountScopes: ['comment.list'],
  };
  expect(businessVerdict(settings, true)).toMatchObject({
    status: 'warning',
    detail: expect.stringContaining(
      'answering and hiding comments (comment.list.manage), insights (video.insights)',
    ),
    fix: expect.stringContaining('TIKTOK_BUSINESS_ACCOUNT_SCOPES'),
  });
});

it('auditVerdict explains what an unaudited app can do, and trusts TikTok over the setting', () => {
  expect(auditVerdict(true, 0).status).toBe('ok');
  expect(auditVerdict(true, 2)).toMatchObject({
    status: 'problem',
    detail: expect.stringContaining('refused 2 post(s)'),
    fix: expect.stringContaining('TIKTOK_APP_AUDITED=false'),
  });
  expect(auditVerdict(false, 2)).toMatchObject({
    status: 'warning',
    detail: expect.stringContaining('SELF_ONLY'),
    fix: expect.stringContaining('audit'),
  });
});

const count = (code: string) => ({ family: 'business' as const, code, count: 3 });

describe('unknownCodesVerdict', () => {
  it('is ok while every code is known', () => {
    expect(unknownCodesVerdict([]).status).toBe('ok');
  });

  it('names the codes with their counts and the fix', () => {
    expect(unknownCodesVerdict([count('49999')])).toMatchObject({
      status: 'warning',
      detail: 'TikTok returned 1 code unknown to this version: business "49999" (3 times).',
      fix: expect.stringContaining('report'),
    });
  });

  it('shows only the first codes', () => {
    const { detail } = unknownCodesVerdict(Array.from({ length: 13 }, (_, index) => count(String(index))));
    expect(detail).toContain('13 codes');
    expect(detail).toContain('"9" (3 times) and 3 more.');
  });
});

describe('quarantinedVerdict', () => {
  const latestAt = new Date('2026-11-29T12:00:00Z');
  const unread = { event: null, clientKey: '', signedBy: 'key', count: 3, latestAt };
  const foreign = { ...unread, event: 'comment.update', clientKey: 'other', count: 2 };

  it('is ok while every webhook was understood', () => {
    expect(quarantinedVerdict([]).status).toBe('ok');
  });

  it('recommends an upgrade for bodies that this version cannot read', () => {
    const { status, detail, fix } = quarantinedVerdict([unread]);
    expect({ status, detail }).toEqual({
      status: 'warning',
      detail:
        '3 signed webhook(s) of the last 7 days are stored but not handled: a body that this version cannot read (3, ' +
        'signed by the app "key", the latest at 2026-11-29T12:00:00.000Z).',
    });
    expect(fix).toContain('Upgrade');
    expect(fix).not.toContain('TIKTOK_CLIENT_KEY');
  });

  it('recommends a look at the settings for events of an unknown app', () => {
    const { detail, fix } = quarantinedVerdict([foreign]);
    expect(detail).toContain('"comment.update" for the unknown app "other" (2, signed by the app "key",');
    expect(fix).toContain('TIKTOK_CLIENT_KEY');
    expect(fix).not.toContain('Upgrade');
  });

  it('recommends both for both, and admits that it has not counted all', () => {
    const { detail, fix } = quarantinedVerdict([{ ...unread, count: 9_998 }, foreign]);
    expect(detail).toMatch(/^At least 10000 signed/);
    expect(fix).toMatch(/Upgrade.*TIKTOK_CLIENT_KEY/);
  });
});

describe('isRealTikTok', () => {
  it.each([
    ['https://open.tiktokapis.com', true],
    ['https://www.tiktok.com', true],
    ['https://business-api.tiktok.com', true],
    ['http://127.0.0.1:4010', false],
    ['https://nottiktok.com', false],
    ['https://tiktok.com.example', false],
  ])('%s: %s', (url, real) => {
    expect(at(url)).toBe(real);
  });
});
