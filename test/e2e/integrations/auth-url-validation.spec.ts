import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { RETURN_URL } from '../../support/given/consent.js';
import { useConnector } from '../../support/connector.js';

const connector = useConnector({ webhooks: false });
const EVIL = 'https://evil.example/';

/** Returns the fields that a response names, in alphabetical order. */
async function complaints(action: string, body: object): Promise<{ code: string; fields: string[] }> {
  const answer = await connector().api().provider<ProblemBody>(action, body);
  expect(answer.status).toBe(400);
  const errors = answer.body.errors ?? [];
  for (const { field, message } of errors) expect(answer.body.detail).toContain(`${field}: ${message}`);
  return { code: answer.body.code, fields: errors.map(({ field }) => field).toSorted() };
}

describe('get-auth-url', () => {
  it.each<[object, string, string[]]>([
    [{ scopes: ['nope'], returnUrl: EVIL }, 'invalid_input', ['returnUrl', 'scopes.0']],
    [
      { scopes: ['nope', 'video.list', 'neither'], returnUrl: RETURN_URL },
      'unknown_scope',
      ['scopes.0', 'scopes.2'],
    ],
    [{ scopes: ['video.list'], returnUrl: EVIL }, 'return_url_refused', ['returnUrl']],
    [{ scopes: [], returnUrl: EVIL }, 'invalid_input', ['returnUrl', 'scopes']],
    [{ scopes: 'video.list', returnUrl: 'not a url' }, 'invalid_input', ['returnUrl', 'scopes']],
    [{ scopes: ['nope', 5], returnUrl: 5 }, 'invalid_input', ['returnUrl', 'scopes', 'scopes.0']],
    [
      { scopes: ['nope'], returnUrl: EVIL, integrationId: 'x', allowDifferentAccount: 'yes', colour: 'red' },
      'invalid_input',
      ['allowDifferentAccount', 'colour', 'integrationId', 'returnUrl', 'scopes.0'],
    ],
    [{}, 'invalid_input', ['returnUrl', 'scopes']],
  ])('names every invalid field of %j', async (body, code, fields) => {
    expect(await complaints('get-auth-url', body)).toEqual({ code, fields });
  });

  it('validates the fields before it looks up the integration', async () => {
    const body = { scopes: ['nope'], returnUrl: RETURN_URL, integrationId: randomUUID() };
    expect(await complaints('get-auth-url', body)).toEqual({ code: 'unknown_scope', fields: ['scopes.0'] });
  });
});

describe('get-ads-auth-url', () => {
  it.each<[object, string, string[]]>([
    [{ returnUrl: EVIL, integrationId: 'x' }, 'invalid_input', ['integrationId', 'returnUrl']],
    [{ returnUrl: EVIL }, 'return_url_refused', ['returnUrl']],
    [{ returnUrl: EVIL, colour: 'red' }, 'invalid_input', ['colour', 'returnUrl']],
  ])('names every invalid field of %j', async (body, code, fields) => {
    expect(await complaints('get-ads-auth-url', body)).toEqual({ code, fields });
  });
});
