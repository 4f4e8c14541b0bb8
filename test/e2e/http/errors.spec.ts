import { describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { DataSource } from 'typeorm';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { collectLog, ERROR_LEVEL } from '../../support/log-lines.js';
import { RawHttp } from '../../support/raw-http.js';

const connector = useConnector({ environment: { LOG_LEVEL: 'info', DATABASE_POOL_SIZE: '4' } });
const PROVIDER = '/api/upstream/call/tiktok-provider';

/** What the service answers to what is written by hand. */
async function raw(head: string): Promise<{ status: number; type: string; problem: ProblemBody }> {
  const connection = await RawHttp.to(connector().url);
  connection.write(`${head}\r\nhost: x\r\nconnection: close\r\n\r\n`);
  const [top = '', body = ''] = (await connection.closed()).split('\r\n\r\n');
  const type = /content-type: ([^\r;]*)/i.exec(top)?.[1] ?? '';
  return { status: Number(top.split(' ')[1]), type, problem: JSON.parse(body) as ProblemBody };
}

describe('a request that reaches no handler', () => {
  it.each([
    ['a path that cannot be decoded', 'GET /%zz HTTP/1.1', 400],
    ['a part of the path without end', `POST ${PROVIDER}/${'x'.repeat(500)} HTTP/1.1`, 414],
    ['headers without end', `GET / HTTP/1.1\r\nx-long: ${'x'.repeat(20_000)}`, 431],
    ['a method that does not exist', 'FETCH / HTTP/1.1', 400],
    ['a method that nothing has', 'PROPFIND /api/integrations HTTP/1.1', 404],
    ['an unknown path', 'GET /nowhere HTTP/1.1', 404],
    ['no HTTP at all', 'hello', 400],
  ])('(%s) is answered by a problem', async (_name, head, expected) => {
    const { status, type, problem } = await raw(head);

    expect([status, type]).toEqual([expected, 'application/problem+json']);
    expect(problem).toEqual({
      type: 'about:blank',
      title: expect.any(String),
      status: expected,
      code: expect.stringMatching(/^[a-z_]+$/),
      detail: expect.any(String),
      requestId: expect.any(String),
    });
  });
});

describe('a token with a zero byte', () => {
  const ORG = 'org\0x';
  it.each([
    ['its user', { sub: 'a\0b', orgs: ['acme'] }],
    ['an organisation', { sub: 'a', orgs: ['acme', ORG] }],
  ])('in %s is refused with 401', async (_name, claims) => {
    const { issuer, audience, secret = '' } = connector().config.jwt;
    const token = jwt.sign({ ...claims, role: 'admin' }, secret, { issuer, audience, expiresIn: 60 });
    const api = connector().anonymous.with({ orgid: 'acme', authorization: `Bearer ${token}` });

    expect((await api.get('/api/integrations')).status).toBe(401);
  });
});

describe('an internal error', () => {
  it('logs one line with the request, the place and the statement, without its values', async () => {
    const CAPTION = 'a confidential caption';
    await connector().database.query(
      'ALTER TABLE publications ADD CONSTRAINT no_title CHECK (title <> $$boom$$)',
    );
    const { api } = await connector().tenant();
    const log = collectLog(connector().app);

    const { status, body } = await api.provider<ProblemBody>('init-video-upload', {
      title: 'boom',
      caption: CAPTION,
      privacyLevel: 'SELF_ONLY',
    });

    expect(status).toBe(500);
    const errors = log.filter(({ level }) => level >= ERROR_LEVEL);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      requestId: body.requestId,
      err: {
        type: 'QueryFailedError',
        errorCode: '23514',
        query: expect.stringContaining('INSERT INTO "publications"'),
        stack: expect.stringContaining('    at '),
      },
    });
    expect(JSON.stringify(log)).not.toContain(CAPTION);
  });

  it('returns 503 with Retry-After if the database has no free connection', async () => {
    const dataSource = connector().app.get(DataSource);
    const held = [dataSource.createQueryRunner(), dataSource.createQueryRunner()];
    const log = collectLog(connector().app);
    try {
      await Promise.all(held.map((one) => one.connect()));

      const { status, headers, body } = await connector().api().get<ProblemBody>('/api/integrations');

      expect([status, body.code]).toEqual([503, 'database_unavailable']);
      expect(headers.get('retry-after')).toBe('5');
      const line = log.find(({ msg }) => msg.startsWith('the database is unavailable'));
      expect(line).toMatchObject({ level: ERROR_LEVEL, requestId: body.requestId });
    } finally {
      await Promise.all(held.map((one) => one.release()));
    }
  });
});
