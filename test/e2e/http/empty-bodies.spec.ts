import { describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { RawHttp } from '../../support/raw-http.js';

const connector = useConnector();
const ACTION = '/api/upstream/call/tiktok-provider';

async function send(path: string, body: string | undefined, type: string) {
  const api = connector().api();
  const init = body === undefined ? {} : { body };
  return await api.send<ProblemBody>('POST', path, {
    ...init,
    headers: type ? { 'content-type': type } : {},
  });
}

describe('POST without a body', () => {
  const empty: [string, string | undefined, string][] = [
    ['with a JSON content type', '', 'application/json'],
    ['with a JSON content type and a charset', '', 'application/json; charset=utf-8'],
    ['of white space', ' \r\n\t ', 'application/json'],
    ['without a content type', undefined, ''],
    ['as curl -d "" sends it', '', 'application/x-www-form-urlencoded'],
    ['of a form without a field', '', 'text/plain'],
  ];

  it.each(empty)('%s is read as {}', async (_name, body, type) => {
    const read = await send('/api/notifications/read-all', body, type);
    const listed = await send(`${ACTION}/list-publications`, body, type);
    const incomplete = await send(`${ACTION}/init-video-upload`, body, type);

    expect([read.status, listed.status]).toEqual([200, 200]);
    expect(incomplete).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(incomplete.body.errors?.map(({ field }) => field)).toContain('title');
  });

  const TYPES = [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/octet-stream',
    'application/merge-patch+json',
    'no type at all',
  ];

  it.each(TYPES)('announced as %s, empty or blank, is read as {}', async (type) => {
    for (const body of ['', ' \r\n'])
      expect((await send('/api/notifications/read-all', body, type)).status).toBe(200);
  });

  it.each(TYPES)('sent in chunks as %s is read as {}', async (type) => {
    const token = connector().token('acme');
    const connection = await RawHttp.to(connector().url);
    connection.write(
      `POST /api/notifications/read-all HTTP/1.1\r\nhost: x\r\nconnection: close\r\norgid: acme\r\nauthorization: Bearer ${token}\r\n` +
        `content-type: ${type}\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    );

    expect(await connection.closed()).toMatch(/^HTTP\/1\.1 200 /);
  });

  it.each(['[]', '""', '0', '{', '{}{}', 'undefined'])('differs from %s, which returns 400', async (body) => {
    expect((await send(`${ACTION}/list-publications`, body, 'application/json')).status).toBe(400);
  });

  it.each(TYPES.slice(1))('announced as %s is rejected at the first byte that is not blank', async (type) => {
    for (const body of ['a=1', ' {}', ` ${'x'.repeat(300_000)}`])
      expect((await send('/api/notifications/read-all', body, type)).status).toBe(415);
  });
});

it.each(['DELETE', 'GET'])('%s accepts a content type without a body', async (method) => {
  const path =
    method === 'GET' ? '/api/integrations' : '/api/integrations/00000000-0000-7000-8000-000000000000/data';
  const headers = { 'content-type': 'application/json' };

  expect((await connector().api().send(method, path, { headers })).status).toBe(method === 'GET' ? 200 : 404);
});
