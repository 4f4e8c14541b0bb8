// `npm run --silent token -- --org <id> [--org <id>] [--user <id>] [--role admin|editor|viewer]`
import { parseArgs } from 'node:util';
import { ROLES, type Role } from '../src/auth/index.js';
import { explain } from './launch/explain.js';
import { dataDir, loadEnvironment } from './launch/load-environment.js';
import { tokenFor } from './launch/token-for.js';
import { runCommand } from './run-command.js';

const USAGE =
  'usage: npm run --silent token -- --org <id> [--org <id> …] [--user <id>] [--role admin|editor|viewer]';

function fail(message: string): never {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
}

function parse() {
  try {
    return parseArgs({
      options: {
        org: { type: 'string', multiple: true },
        user: { type: 'string', default: 'developer' },
        role: { type: 'string', default: 'admin' },
      },
    }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const { org, user, role } = parse();
if (!org?.length || org.includes('')) fail('Name the organisation that the token is for.');
if (!ROLES.includes(role as Role)) fail(`The role is one of ${ROLES.join(', ')}, not "${role}".`);

await runCommand(
  () => {
    const variables = loadEnvironment();
    if (variables.NODE_ENV === 'production') fail('In production tokens come from your identity provider.');
    console.log(tokenFor(variables, { organisationIds: org, userId: user, role: role as Role }));
    return Promise.resolve(0);
  },
  (error) => explain(error, dataDir(process.env)),
);
