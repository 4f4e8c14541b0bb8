import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import type { AppConfig } from '../config/index.js';
import type { Caller, Role } from './caller.js';

const ID_PREFIX = 'command-';
// More tokens are never in use at once. Beyond this limit, a token may be logged again.
const MAX_REMEMBERED = 1_000;

export interface CommandToken {
  token: string;
  /** Appears in the log when the token is used. */
  id: string;
  expiresAt: Date;
}

/**
 * Creates a short-lived token for the operator of a production service, who has JWT_SECRET anyway.
 * @throws Error when the service verifies tokens with a JWKS, because only its owner can sign them
 */
export function commandToken(
  { secret, jwksUrl, issuer, audience }: AppConfig['jwt'],
  caller: { organisationIds: readonly string[]; userId: string; role: Role },
  minutes: number,
): CommandToken {
  if (jwksUrl !== undefined || secret === undefined)
    throw new Error('JWT_JWKS_URL is set. Get a token from your identity provider.');
  const id = ID_PREFIX + randomUUID();
  const seconds = Math.floor(Date.now() / 1000) + minutes * 60;
  const claims = { orgs: caller.organisationIds, role: caller.role, exp: seconds };
  const token = jwt.sign(claims, secret, {
    algorithm: 'HS256',
    subject: caller.userId,
    issuer,
    audience,
    jwtid: id,
  });
  return { token, id, expiresAt: new Date(seconds * 1000) };
}

/** Logs the first use of each token that the command created, with what it allows. */
export class CommandTokenLog {
  private readonly logger = new Logger('CommandToken');
  private readonly seen = new Set<string>();

  notice(id: unknown, { userId, role, organisationIds }: Omit<Caller, 'expiresAt'>): void {
    if (typeof id !== 'string' || !id.startsWith(ID_PREFIX) || this.seen.has(id)) return;
    if (this.seen.size >= MAX_REMEMBERED) this.seen.clear();
    this.seen.add(id);
    const msg = 'a token created by `npm run token -- --production` is in use';
    this.logger.warn({ msg, event: 'command_token_used', tokenId: id, userId, role, organisationIds });
  }
}
