import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiClient, PageBody, ProblemBody } from '../../support/api-client.js';
import { follow, RETURN_URL } from '../../support/consent.js';
import { useConnector } from '../../support/connector.js';
import { allTokenCalls, CALLBACKS, callbackOf, FAMILIES, type Family } from '../../support/family-consent.js';

// Fifty browsers at once ask the Business API more often than a Basic app may.
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

/** Given, and every earlier consent finished: from here on only this one can cost a token call. */
async function given(family: Family): Promise<{ callback: URL; costs: () => Promise<number> }> {
  const callback = await callbackOf(family, api, account);
  const before = await allTokenCalls(connector().sandbox);
  return { callback, costs: async () => (await allTokenCalls(connector().sandbox)) - before };
}

function outcomeOf({ searchParams }: URL): string {
  return searchParams.get('code') ?? searchParams.get('warning') ?? searchParams.get('status') ?? '';
}

/** No redirect: whoever brings it is told so on the spot. */
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

describe.each(FAMILIES)('The state of a consent (%s)', (family) => {
  it('that comes back with the same code gets the same outcome, and costs no token call', async () => {
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

  it('that comes back with another answer, or long after, is refused, explained, and costs no token call', async () => {
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

  it('that TikTok refused says so again, and costs no second token call', async () => {
    const { callback, costs } = await given(family);
    for (const parameter of ['code', 'auth_code'])
      if (callback.searchParams.has(parameter)) callback.searchParams.set(parameter, 'made-up');
    const first = await follow(callback.href);
    expect(outcomeOf(first)).not.toBe('connected');

    const again = await follow(callback.href);

    expect(again.href).toBe(first.href);
    expect(await costs()).toBe(1);
  });

  it('that has expired is refused, explained, and costs no token call', async () => {
    const { callback, costs } = await given(family);

    connector().moveClock(10 * 60 + 1);
    const landed = await follow(callback.href);

    expect(landed.href).toMatch(EXPLAINED);
    expect(outcomeOf(landed)).toMatch(/state_expired$/);
    expect(await costs()).toBe(0);
    expect((await families())?.[family] ?? false).toBe(false);
  });

  it('that is tampered with at any place is unknown, costs no token call, and leaves the true one good', async () => {
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
    'that is %s is refused, costs no token call, and leaves the true one good',
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

  it('that fifty browsers bring at once is exchanged once, and takes all of them to the same outcome', async () => {
    const { callback, costs } = await given(family);

    const landings = await Promise.all(Array.from({ length: 50 }, () => follow(callback.href)));

    expect(new Set(landings.map(outcomeOf))).toEqual(new Set(['connected']));
    expect(new Set(landings.map(({ href }) => href)).size).toBe(1);
    expect(await costs()).toBe(1);
    expect((await api.get<PageBody<unknown>>('/api/integrations')).body.items).toHaveLength(1);
    expect(await families()).toMatchObject({ [family]: true });
  });

  it('connects the account for the organisation that began, whoever brings it back', async () => {
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

describe('A state brought to the callback of another kind of consent', () => {
  it.each(PAIRS)('(%s to %s) is unknown there, costs no token call, and stays good', async (own, other) => {
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

describe('A code given twice', () => {
  it.each(FAMILIES)('(%s) counts as none: no token call, and an explanation', async (family) => {
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
