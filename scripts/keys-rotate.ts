// `npm run keys:rotate [-- --wait]`: encrypts everything that is stored with the first key of TOKEN_ENCRYPTION_KEYS. The
// service may run meanwhile, when all of its processes have that key. docs/operating.md has the steps.
// Exit code: 0 everything is under the newest key, 1 something is not or nothing was done, 2 wrong usage.
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app.module.js';
import { messageOf } from '../src/common/index.js';
import { parseEnvironment } from '../src/config/index.js';
import { explainStart } from '../src/explain-start.js';
import { KeyChecks, KeyNotEverywhereError, KeyRotation } from '../src/integrations/index.js';
import { ProcessRegister } from '../src/runtime/index.js';
import { loadEnvironment } from './launch/load-environment.js';
import { lackingText, skippedText, summary, unannouncedText } from './keys-rotate-text.js';
import { runCommand, type OnEnd } from './run-command.js';

const ASK_EVERY_MS = 2_000;

interface Parts {
  newest: string;
  checks: KeyChecks;
  rotation: KeyRotation;
  processes: ProcessRegister;
}

async function open(onEnd: OnEnd): Promise<Parts> {
  // Neither jobs nor schedules: other processes of the service do those.
  const config = parseEnvironment({ ...loadEnvironment(), APP_ROLE: 'api' });
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config), {
    logger: ['warn'],
    abortOnError: false,
  });
  onEnd(() => app.close());
  return {
    newest: config.encryptionKeys[0].id,
    checks: app.get(KeyChecks),
    rotation: app.get(KeyRotation),
    processes: app.get(ProcessRegister),
  };
}

/** @throws KeyNotEverywhereError when a process lacks the key and we are not to wait for it */
async function assertEverywhere({ newest, rotation }: Parts, wait: boolean): Promise<void> {
  let told = '';
  for (;;) {
    const lacking = await rotation.lacking();
    if (lacking.length === 0) return;
    const error = new KeyNotEverywhereError(newest, lacking);
    if (!wait) throw error;
    const text = lackingText(error);
    if (text !== told) console.error(`${text}\nWaiting until they have it…`);
    told = text;
    await sleep(ASK_EVERY_MS);
  }
}

async function rotate(parts: Parts, wait: boolean): Promise<number> {
  const { newest, rotation, checks, processes } = parts;
  await assertEverywhere(parts, wait);
  await checks.assertGenuine();
  const running = await processes.live();
  console.error(unannouncedText(running, await processes.unannounced(), newest));
  const skips: Promise<void>[] = [];
  let skipped = 0;
  const rotated = await rotation.rotate(
    (done, total) => console.log(`${done} of ${total} stored values are done…`),
    (row) => {
      skipped += 1;
      skips.push(rotation.ownersOf(row).then((owners) => console.error(skippedText(row, owners))));
    },
  );
  await Promise.all(skips);
  const left = (await rotation.outdated()) - skipped;
  console.log(summary({ newest, rotated, skipped, left }));
  return skipped > 0 || left > 0 ? 1 : 0;
}

function explain(error: unknown): string {
  if (error instanceof KeyNotEverywhereError) return lackingText(error);
  return `The keys were not rotated. ${explainStart(error)}`;
}

function parse(): { wait: boolean } {
  try {
    return parseArgs({ options: { wait: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    console.error(`${messageOf(error)}\nusage: npm run keys:rotate [-- --wait]`);
    process.exit(2);
  }
}

const { wait } = parse();
await runCommand(async (onEnd) => await rotate(await open(onEnd), wait), explain);
