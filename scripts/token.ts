// `npm run --silent token -- --org <id> [--org <id>] [--user <id>] [--role operator|admin|editor|viewer]`:
// a token for development.
// With `--production --user <id> [--minutes 15]`: a short-lived one for a production service whose tokens JWT_SECRET signs.
import { parseArgs } from 'node:util';
// Not the face of auth: it would load the whole service for a command that users wait for.
import { ROLES, type Role } from '../src/auth/caller.js';
import { tidySettings } from '../src/config/index.js';
import { dataDir, loadEnvironment } from './launch/load-environment.js';
import { productionToken } from './launch/production-token.js';
import { tokenFor } from './launch/token-for.js';
import { runCommand, UsageError } from './run-command.js';

const USAGE = `usage: npm run --silent token -- --org <id> [--org <id> …] [--user <id>] [--role operator|admin|editor|viewer]
       in production also: --production --user <id> [--minutes 1 to 60]`;

function options() {
  return parseArgs({
    options: {
      org: { type: 'string', multiple: true },
      user: { type: 'string' },
      role: { type: 'string', default: 'admin' },
      production: { type: 'boolean', default: false },
      minutes: { type: 'string' },
    },
  }).values;
}

function main(): string {
  const { org = [], user, role, production, minutes } = options();
  if (org.length === 0 || org.some((id) => id.trim() !== id || !/^\P{Cc}+$/u.test(id)))
    throw new UsageError('Name the organisation that the token is for.');
  if (!ROLES.includes(role as Role))
    throw new UsageError(`The role is one of ${ROLES.join(', ')}, not "${role}".`);
  const variables = loadEnvironment();
  const isProduction = tidySettings(variables).NODE_ENV === 'production';
  if (production && !isProduction) throw new UsageError('--production is for NODE_ENV=production.');
  if (isProduction && !production)
    throw new UsageError(
      'In production tokens come from your identity provider. Add --production for a short-lived one signed with JWT_SECRET.',
    );
  const caller = { organisationIds: [...new Set(org)], userId: user ?? 'developer', role: role as Role };
  if (!production) {
    if (minutes !== undefined) throw new UsageError('--minutes is for --production.');
    return tokenFor(variables, caller);
  }
  if (!user?.trim()) throw new UsageError('Name yourself with --user: the log shows who uses the token.');
  const made = productionToken(variables, caller, minutes);
  console.error(made.note);
  return made.token;
}

await runCommand(
  () => {
    console.log(main());
    return Promise.resolve(0);
  },
  {
    usage: USAGE,
    failed: 2,
    explain: async (error) => {
      const { explain } = await import('./launch/explain.js');
      return explain(error, dataDir(process.env));
    },
  },
);
