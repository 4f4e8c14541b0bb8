import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import { commandToken, CommandTokenLog } from './command-token.js';

const secret = 'kJ8#mQ2$vX9!pL4@wZ7%nB1&cF6*hT3+';
const settings = { secret, jwksUrl: undefined, issuer: 'staging', audience: 'connector' };
const caller = { organisationIds: ['acme'], userId: 'ops@acme.example', role: 'admin' as const };

afterEach(() => {
  jest.restoreAllMocks();
});

describe('commandToken', () => {
  it('is valid for minutes, and has an id', () => {
    const { token, id, expiresAt } = commandToken(settings, caller, 15);
    const claims = jwt.verify(token, secret, {
      algorithms: ['HS256'],
      issuer: 'staging',
      audience: 'connector',
    }) as jwt.JwtPayload;
    expect(claims).toMatchObject({ sub: 'ops@acme.example', orgs: ['acme'], role: 'admin', jti: id });
    expect((claims.exp ?? 0) * 1000).toBe(expiresAt.getTime());
    const minutes = (expiresAt.getTime() - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14.9);
    expect(minutes).toBeLessThanOrEqual(15);
  });

  it('is not created when a JWKS verifies tokens', () => {
    expect(() => commandToken({ ...settings, jwksUrl: 'https://login.example/jwks' }, caller, 15)).toThrow();
  });
});

describe('CommandTokenLog', () => {
  it('logs the first use of each token of the command, and no other token', () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const log = new CommandTokenLog();
    const { id } = commandToken(settings, caller, 1);

    for (const used of [id, id, undefined, 7, 'of-an-identity-provider']) log.notice(used, caller);
    log.notice(commandToken(settings, caller, 1).id, caller);

    expect(warn).toHaveBeenCalledTimes(2);
    expect(warn.mock.calls[0]?.[0]).toMatchObject({
      event: 'command_token_used',
      tokenId: id,
      userId: 'ops@acme.example',
      role: 'admin',
      organisationIds: ['acme'],
    });
  });
});
