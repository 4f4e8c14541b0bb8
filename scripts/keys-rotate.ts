// `npm run keys:rotate [-- --wait]`: encrypts everything that is stored with the first key of TOKEN_ENCRYPTION_KEYS. The
// service may run meanwhile, when all of its processes have that key. docs/operating.md has the steps.
// Exit code: 0 everything is under the newest key, 1 something is not or nothing was done, 2 wrong usage.
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app.module.js';
import { codeOf } from '../src/common/index.js';
import { parseEnvironment } from '../src/config/index.js';
import { DatabaseFacts } from '../src/database/index.js';
import { explainStart } from '../src/explain-start.js';
import { KeyChecks, KeyNotEverywhereError, KeyRotation, type SkippedRow } from '../src/integrations/index.js';
import { ProcessRegister } from '../src/runtime/index.js';
import { loadEnvironment } from './launch/load-environment.js';
import { lackingText, skippedText, summary, unannouncedText } from './keys-rotate-text.js';
import { runCommand, type OnEnd } from './run-command.js';

const ASK_EVERY_MS = 2_000;
// PostgreSQL's code.
const UNDEFINED_TABLE = '42P01';
const NOT_MIGRATED =
  'The keys were not rotated: the database was not migrated to this version yet. Start a process of this version first.';

interface Parts {
  newest: string;
  checks: KeyChecks;
  rotation: KeyRotation;
  processes: ProcessRegister;
  database: DatabaseFacts;
}

async function open(onEnd: OnEnd): Promise<Parts> {
  // Neither jobs nor schedules: other processes of the service do those.
  const config = parseEnvironment({ ...loadEnvironment(), APP_ROLE: 'api' });
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config), {
    // What fails is thrown, and explained below.
    logger: false,
    abortOnError: false,
  });
  onEnd(() => app.close());
  return {
    newest: config.encryptionKeys[0].id,
    checks: app.get(KeyChecks),
    rotation: app.get(KeyRotation),
    processes: app.get(ProcessRegister),
    database: app.get(DatabaseFacts),
  };
}

/** @throws KeyNotEverywhereError when a process lacks the key and we are not to wait for it */
async function assertEverywhere({ newest, rotation }: Parts, wait: boolean): Promise<void> {
  let lastText = '';
  for (;;) {
    const lacking = await rotation.lacking();
    if (lacking.length === 0) return;
    const error = new KeyNotEverywhereError(newest, lacking);
    if (!wait) throw error;
    const text = lackingText(error);
    if (text !== lastText) console.error(`${text}\nWaiting until they have it…`);
    lastText = text;
    await sleep(ASK_EVERY_MS);
  }
}

async function rotate(parts: Parts, wait: boolean): Promise<number> {
  const { newest, rotation, checks, processes, database } = parts;
  await assertEverywhere(parts, wait);
  await checks.assertGenuine();
  const running = await processes.live();
  console.error(unannouncedText(running, await database.unannounced(), newest));
  const skips: SkippedRow[] = [];
  const rotated = await rotation.rotate(
    (done, total) => console.log(`${done} of ${total} stored values are done…`),
    (row) => void skips.push(row),
  );
  // One by one: there may be as many as accounts.
  for (const row of skips) console.error(skippedText(row, await rotation.ownersOf(row)));
  const skipped = skips.length;
  const left = (await rotation.outdated()) - skipped;
  console.log(summary({ newest, rotated, skipped, left }));
  return skipped > 0 || left > 0 ? 1 : 0;
}

function explain(error: unknown): string {
  if (codeOf(error) === UNDEFINED_TABLE) return NOT_MIGRATED;
  if (error instanceof KeyNotEverywhereError) return lackingText(error);
  return `The keys were not rotated. ${explainStart(error)}`;
}

await runCommand(
  async (onEnd) => {
    const { values } = parseArgs({ options: { wait: { type: 'boolean', default: false } } });
    return await rotate(await open(onEnd), values.wait);
  },
  { usage: 'usage: npm run keys:rotate [-- --wait]', explain },
);
