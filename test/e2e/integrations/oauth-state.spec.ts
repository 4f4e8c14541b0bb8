import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiClient, PageBody, ProblemBody } from '../../support/api-client.js';
import { follow, RETURN_URL } from '../../support/given/consent.js';
import { useConnector } from '../../support/connector.js';
import {
  allTokenCalls,
  CALLBACKS,
  callbackOf,
  FAMILIES,
  type Family,
} from '../../support/given/family-consent.js';

// Fifty concurrent browsers call the Business API more often than a Basic app may.
const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});
const EXPLAINED = /^https:\/\/admin\.example\/integrations\?/;
const PAIRS = FAMILIES.flatMap((family) =>
  FAMILIES.filter((other) => other !== family).map((other) => [family, other] as [Family, Family]),
);

let api: ApiClient;
let account: string;

beforeEach(async () => {
  api = connector().api();
  account = `user_${randomUUID().slice(0, 8)}`;
  await connector().sandbox.control('/accounts', { username: account, videos: 0 });
});
afterEach(() => connector().moveClock(0));

/** Gives a consent after all earlier ones have finished, so that only this one can cost a token call. */
async function given(family: Family): Promise<{ callback: URL; costs: () => Promise<number> }> {
  const callback = await callbackOf(family, api, account);
  const before = await allTokenCalls(connector().sandbox);
  return { callback, costs: async () => (await allTokenCalls(connector().sandbox)) - before };
}

function outcomeOf({ searchParams }: URL): string {
  return searchParams.get('code') ?? searchParams.get('warning') ?? searchParams.get('status') ?? '';
}

/** Expects an error response without a redirect. */
async function refusal(url: URL): Promise<void> {
  const answer = await connector().anonymous.get<ProblemBody>(url.pathname + url.search);
  expect({ status: answer.status, code: answer.body.code, location: answer.headers.get('location') }).toEqual(
    { status: 400, code: 'unknown_state', location: null },
  );
}

async function families(): Promise<Record<Family, boolean> | undefined> {
  const { body } = await api.get<PageBody<{ families: Record<Family, boolean> }>>('/api/integrations');
  return body.items[0]?.families;
}

describe.each(FAMILIES)('an OAuth state (%s)', (family) => {
  it('gets the same outcome for the same code, without a token call', async () => {
    const { callback, costs } = await given(family);
    const first = await follow(callback.href);
    expect(outcomeOf(first)).toBe('connected');
    expect(await costs()).toBe(1);

    connector().moveClock(4 * 60);
    const landings = [await follow(callback.href), await follow(callback.href)];

    expect(landings.map(({ href }) => href)).toEqual([first.href, first.href]);
    expect(await costs()).toBe(1);
    expect((await api.get<PageBody<unknown>>('/api/integrations')).body.items).toHaveLength(1);
  });

  it('is refused with another answer or long after, with an explanation and without a token call', async () => {
    const { callback, costs } = await given(family);
    expect(outcomeOf(await follow(callback.href))).toBe('connected');
    const parameter = callback.searchParams.has('auth_code') ? 'auth_code' : 'code';
    const other = new URL(callback);
    other.searchParams.set(parameter, 'another');
    const denied = new URL(callback);
    denied.searchParams.delete('auth_code');
    denied.searchParams.delete('code');
    denied.searchParams.set('error', 'access_denied');

    const landings = [await follow(other.href), await follow(denied.href)];
    connector().moveClock(5 * 60 + 1);
    landings.push(await follow(callback.href));

    for (const landed of landings) {
      expect(landed.href).toMatch(EXPLAINED);
      expect(outcomeOf(landed)).toMatch(/state_used$/);
    }
    expect(await costs()).toBe(1);
  });

  it('repeats TikTok’s refusal without a second token call', async () => {
    const { callback, costs } = await given(family);
    for (const parameter of ['code', 'auth_code'])
      if (callback.searchParams.has(parameter)) callback.searchParams.set(parameter, 'made-up');
    const first = await follow(callback.href);
    expect(outcomeOf(first)).not.toBe('connected');

    const again = await follow(callback.href);

    expect(again.href).toBe(first.href);
    expect(await costs()).toBe(1);
  });

  it('is refused once expired, with an explanation and without a token call', async () => {
    const { callback, costs } = await given(family);

    connector().moveClock(10 * 60 + 1);
    const landed = await follow(callback.href);

    expect(landed.href).toMatch(EXPLAINED);
    expect(outcomeOf(landed)).toMatch(/state_expired$/);
    expect(await costs()).toBe(0);
    expect((await families())?.[family] ?? false).toBe(false);
  });

  it('is unknown after tampering at any place, costs no token call, and leaves the true one usable', async () => {
    const { callback, costs } = await given(family);
    const state = callback.searchParams.get('state') ?? '';
    const others = [
      ...Array.from(state, (was, at) => state.slice(0, at) + (was === 'A' ? 'B' : 'A') + state.slice(at + 1)),
      state.slice(0, -1),
      state.slice(1),
      `${state}A`,
      `${state}=`,
      ` ${state}`,
      `${state}\0`,
      state.toUpperCase(),
      [...state].toReversed().join(''),
      Buffer.from(state, 'base64url').toString('hex'),
      randomBytes(32).toString('base64url'),
      "' OR ''='",
    ];

    for (const other of others) {
      const tampered = new URL(callback);
      tampered.searchParams.set('state', other);
      await refusal(tampered);
    }

    expect(await costs()).toBe(0);
    expect(outcomeOf(await follow(callback.href))).toBe('connected');
  });

  it.each(['missing', 'empty', 'given twice', 'given as a list', 'given as an object'])(
    'is refused when %s, without a token call, and leaves the true one usable',
    async (how) => {
      const { callback, costs } = await given(family);
      const { searchParams, pathname } = callback;
      const state = encodeURIComponent(searchParams.get('state') ?? '');
      const code = encodeURIComponent(searchParams.get('code') ?? '');
      const queries: Record<string, string> = {
        missing: '',
        empty: 'state=',
        'given twice': `state=${state}&state=${state}`,
        'given as a list': `state[]=${state}`,
        'given as an object': `state[state]=${state}`,
      };

      const query = `code=${code}&auth_code=${code}&${queries[how]}`;
      await refusal(new URL(`${pathname}?${query}`, connector().url));

      expect(await costs()).toBe(0);
      expect(outcomeOf(await follow(callback.href))).toBe('connected');
    },
  );

  it('is exchanged once for fifty concurrent browsers, which get the same outcome', async () => {
    const { callback, costs } = await given(family);

    const landings = await Promise.all(Array.from({ length: 50 }, () => follow(callback.href)));

    expect(new Set(landings.map(outcomeOf))).toEqual(new Set(['connected']));
    expect(new Set(landings.map(({ href }) => href)).size).toBe(1);
    expect(await costs()).toBe(1);
    expect((await api.get<PageBody<unknown>>('/api/integrations')).body.items).toHaveLength(1);
    expect(await families()).toMatchObject({ [family]: true });
  });

  it('connects the account for the organisation that began, whichever browser brings it', async () => {
    const { callback } = await given(family);
    const organisationId = `org-${randomUUID()}`;
    const headers = { orgid: organisationId, authorization: `Bearer ${connector().token(organisationId)}` };

    const answer = await fetch(callback, { redirect: 'manual', headers });

    expect(answer.headers.get('location')).toContain('status=connected');
    const stranger = connector().api(organisationId);
    expect((await stranger.get<PageBody<unknown>>('/api/integrations')).body.items).toEqual([]);
    expect(await families()).toMatchObject({ [family]: true });
  });
});

describe('an OAuth state at the callback of another family', () => {
  it.each(PAIRS)('is unknown there, costs no token call, and stays usable (%s to %s)', async (own, other) => {
    const { callback, costs } = await given(own);
    const code = callback.searchParams.get('code') ?? '';
    const foreign = new URL(CALLBACKS[other], connector().url);
    foreign.search = callback.search;
    foreign.searchParams.set('code', code);
    foreign.searchParams.set('auth_code', code);

    await refusal(foreign);

    expect(await costs()).toBe(0);
    expect(outcomeOf(await follow(callback.href))).toBe('connected');
  });
});

describe('a callback with two codes', () => {
  it.each(FAMILIES)('counts as without a code: an explanation and no token call (%s)', async (family) => {
    const { callback, costs } = await given(family);
    const doubled = new URL(callback);
    doubled.searchParams.delete('auth_code');
    doubled.searchParams.append('code', 'another');

    const landed = await follow(doubled.href);

    expect(landed.origin + landed.pathname).toBe(RETURN_URL);
    expect(outcomeOf(landed)).toMatch(/code_missing$/);
    expect(await costs()).toBe(0);
  });
});
