import { codeOf, DomainError, isDatabaseUnavailable, isError, messageOf } from './common/index.js';
import { ConfigError } from './config/index.js';
import { StartRefusedError } from './database/index.js';

/** SQLSTATE: wrong password, unknown login or database, a right that is missing. */
const DATABASE_CODES =
  /^(28\w{3}|3D000|42501|53\w{3}|57P0\d|08\w{3}|ECONNREFUSED|ENOTFOUND|ECONNRESET|ETIMEDOUT)$/;

/** What kept the process from starting, in plain words; a stack only for what is a fault of ours. */
export function explainStart(error: unknown): string {
  if (error instanceof StartRefusedError || error instanceof ConfigError || error instanceof DomainError)
    return error.message;
  if (isDatabaseUnavailable(error) || DATABASE_CODES.test(codeOf(error) ?? '')) {
    return (
      `The database cannot be used: ${sentenceOf(error)}. Check DATABASE_URL and DATABASE_OWNER_URL, and that ` +
      'PostgreSQL runs and lets these logins in.'
    );
  }
  const stack = isError(error) ? error.stack : undefined;
  return `The service did not start: ${stack ?? messageOf(error)}`;
}

/** Node gives the error of several addresses that all refused no message of its own. */
function sentenceOf(error: unknown): string {
  const { errors } = error as { errors?: unknown[] };
  const message = messageOf(error) || (errors ?? []).map(messageOf).join('; ');
  return (message || (codeOf(error) ?? 'no reason given')).replace(/[.\s]+$/, '');
}
