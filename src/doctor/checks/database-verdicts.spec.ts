import { describe, expect, it } from '@jest/globals';
import { loginsVerdict } from './database-logins.check.js';
import { tlsVerdict } from './database-tls.check.js';
import { accessVerdict } from './tenant-access.check.js';

const login = (name: string, more: { unbound?: string[]; maySystem?: boolean } = {}) => ({
  setting: 'DATABASE_URL' as const,
  login: name,
  unbound: [],
  maySystem: false,
  ...more,
});

const verdict = (url: string, encrypted: boolean) =>
  tlsVerdict([{ setting: 'DATABASE_URL', url: `postgres://${url}`, encrypted }]).status;

describe('loginsVerdict', () => {
  it('accepts two logins that row-level security binds', () => {
    expect(loginsVerdict([login('tenants'), login('system', { maySystem: true })]).status).toBe('ok');
  });

  it.each(['SUPERUSER', 'BYPASSRLS', 'REPLICATION'])(
    'warns about %s for either kind of work',
    (attribute) => {
      const strong = login('strong', { unbound: [attribute], maySystem: true });
      for (const pair of [[strong, login('other')] as const, [login('other'), strong] as const]) {
        expect(loginsVerdict(pair)).toMatchObject({
          status: 'warning',
          detail: expect.stringContaining(`"strong" (DATABASE_URL: ${attribute})`),
          fix: expect.stringContaining('docs/operating.md'),
        });
      }
    },
  );

  it('warns about one login that may switch to both roles', () => {
    const both = login('both', { maySystem: true });
    expect(loginsVerdict([both, both])).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining('"both"'),
      fix: expect.stringContaining('DATABASE_SYSTEM_URL'),
    });
  });
});

describe('tlsVerdict', () => {
  it.each([
    ['u@localhost/db'],
    ['u@127.0.0.1:5433/db'],
    ['u@[::1]/db'],
    ['/db?host=/var/run/postgresql'],
    ['u@%2Fvar%2Frun%2Fpostgresql/db'],
  ])('requires no encryption for %s on this machine', (url) => {
    expect(verdict(url, false)).toBe('ok');
  });

  it.each([['u@db.example/db'], ['u@10.0.0.7/db?sslmode=disable'], ['/db?host=db.example'], ['u@db/db']])(
    'warns about %s in plain text',
    (url) => {
      expect(verdict(url, false)).toBe('warning');
    },
  );

  it.each([
    ['u@db.example/db?sslmode=verify-full', 'ok'],
    ['u@db.example/db?sslmode=require', 'ok'],
    ['u@db.example/db?sslmode=no-verify', 'warning'],
    ['u@db.example/db?uselibpqcompat=true&sslmode=require', 'warning'],
  ])('rates the encrypted %s as %s', (url, status) => {
    expect(verdict(url, true)).toBe(status);
  });

  it('names each setting once and no password', () => {
    const url = 'postgres://u:secret@db.example/db';
    const result = tlsVerdict([
      { setting: 'DATABASE_URL', url, encrypted: false },
      { setting: 'DATABASE_OWNER_URL', url, encrypted: false },
      { setting: 'DATABASE_OWNER_URL', url, encrypted: false },
    ]);
    expect(result.detail).toContain('of DATABASE_URL and DATABASE_OWNER_URL to');
    expect(JSON.stringify(result)).not.toContain('secret');
  });
});

describe('accessVerdict', () => {
  it('reports closed access, or the sessions that keep it open and the fix', () => {
    expect(accessVerdict({ closed: true, open: [], heldBy: [] }).status).toBe('ok');
    const heldBy = [
      { pid: 7, login: 'service', name: '' },
      { pid: 8, login: 'service', name: 'billing' },
    ];
    expect(accessVerdict({ closed: false, open: ['integrations'], heldBy })).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(
        /integrations.*pid 7 of "service" without a name, pid 8 .* named "billing"/,
      ),
      fix: expect.stringContaining('Stop the older processes'),
    });
    expect(accessVerdict({ closed: false, open: ['integrations'], heldBy: [] }).fix).toContain('restart');
  });
});
