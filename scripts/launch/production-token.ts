import type { Role } from '../../src/auth/caller.js';
import { commandToken } from '../../src/auth/command-token.js';
import { parseEnvironment, type Variables } from '../../src/config/index.js';
import { LaunchError } from './launch-error.js';

const MINUTES = { usual: 15, most: 60 };

/**
 * A token for the service that runs with this environment, and a note for the person who asked.
 * @param minutes as given on the command line; undefined: the usual
 * @throws LaunchError; ConfigError when the service could not start either
 */
export function productionToken(
  variables: Variables,
  caller: { organisationIds: string[]; userId: string; role: Role },
  minutes: string | undefined,
): { token: string; note: string } {
  const { jwt } = parseEnvironment(variables);
  if (jwt.jwksUrl !== undefined)
    throw new LaunchError(
      `JWT_JWKS_URL is set, so only your identity provider can sign tokens. Ask it for one with the claims sub, orgs, role, exp, iss (${jwt.issuer}) and aud (${jwt.audience}).`,
    );
  const lifetime = minutesFrom(minutes);
  const { token, id, expiresAt } = commandToken(jwt, caller, lifetime);
  const { userId, role, organisationIds } = caller;
  const note = [
    `Token ${id} for ${userId}, role ${role}, organisation ${organisationIds.join(', ')}.`,
    `It is valid for ${lifetime} min, until ${expiresAt.toISOString()}. The service logs its first use.`,
  ].join('\n');
  return { token, note };
}

function minutesFrom(text: string | undefined): number {
  if (text === undefined) return MINUTES.usual;
  const minutes = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (minutes >= 1 && minutes <= MINUTES.most) return minutes;
  throw new LaunchError(`--minutes is a whole number from 1 to ${MINUTES.most}.`);
}
