// `npm run doctor [-- --json]`: looks whether everything is set up so that it can work, and says how to fix what is not.
// Exit code: 0 nothing is a problem, 1 something is, 2 there is nothing to look at from here.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app.module.js';
import { ConfigError, parseEnvironment, tidySettings } from '../src/config/index.js';
import { StartRefusedError } from '../src/database/index.js';
import { Doctor, problem, worstOf, type Finding } from '../src/doctor/index.js';
import { codeOf, messageOf } from '../src/common/index.js';
import { loadEnvironment, type Variables } from './launch/load-environment.js';
import { runCommand, type OnEnd } from './run-command.js';

const NOTHING_TO_LOOK_AT = 2;
const MARKS = { ok: '✓', warning: '!', problem: '✗' };

// Standard output contains the findings, including what prevents a start. Details of failed checks go to standard error.
const QUIET: LoggerService = {
  log: () => undefined,
  error: () => undefined,
  warn: (message: string, context?: string) => context === Doctor.name && console.error(message),
};

async function examine(variables: Variables, onEnd: OnEnd): Promise<Finding[]> {
  try {
    // Neither jobs nor schedules: another process of the service does those.
    const config = parseEnvironment({ ...variables, APP_ROLE: 'api' });
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(config), {
      logger: QUIET,
      abortOnError: false,
    });
    onEnd(() => app.close());
    return await app.get(Doctor).examine('all');
  } catch (error) {
    return [notEvenBegun(error)];
  }
}

/** Nothing else can be looked at then. */
function notEvenBegun(error: unknown): Finding {
  if (error instanceof ConfigError) {
    const fix = 'Each line names a key of .env.example and what is wrong with it.';
    return { check: 'configuration', ...problem(error.problems.join('; '), fix) };
  }
  if (error instanceof StartRefusedError)
    return { check: 'database', ...problem(error.message, 'Do what the sentence says, then ask again.') };
  const detail = `The database at DATABASE_URL cannot be used: ${codeOf(error) ?? messageOf(error)}.`;
  return {
    check: 'database',
    ...problem(detail, 'Check DATABASE_URL, and that PostgreSQL runs and lets us in.'),
  };
}

function asTable(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.map(({ check, status, detail, fix }) => {
    const line = `${MARKS[status]} ${check.padEnd(width)}  ${detail}`;
    return fix === undefined ? line : `${line}\n  ${''.padEnd(width)}  how to fix: ${fix}`;
  });
  return lines.join('\n');
}

/** The embedded database is the service's alone. */
function howToAsk(variables: Variables): string {
  const { PUBLIC_URL, PORT = '3000', NODE_ENV } = tidySettings(variables);
  const url = (PUBLIC_URL ?? `http://127.0.0.1:${PORT}`).replace(/\/+$/, '');
  const more = NODE_ENV === 'production' ? ' --production --user "$USER"' : '';
  return `DATABASE_URL is not set, so only the running service knows its database. Ask it, as an operator:

  curl ${url}/api/doctor -H 'orgid: demo' \\
    -H "Authorization: Bearer $(npm run --silent token -- --org demo --role operator${more})"`;
}

await runCommand(
  async (onEnd) => {
    const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
    const variables = loadEnvironment();
    if (tidySettings(variables).DATABASE_URL === undefined) {
      console.error(howToAsk(variables));
      return NOTHING_TO_LOOK_AT;
    }
    const items = await examine(variables, onEnd);
    console.log(values.json ? JSON.stringify({ items }, null, 2) : asTable(items));
    return worstOf(items.map(({ status }) => status)) === 'problem' ? 1 : 0;
  },
  { usage: 'usage: npm run doctor [-- --json]', failed: NOTHING_TO_LOOK_AT },
);
