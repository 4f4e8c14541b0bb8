import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messageOf } from '../../../src/common/index.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { commandsIn, placeholdersIn, type DocumentedCommand } from '../../support/documented/commands-in.js';
import { FreshClone } from '../../support/documented/fresh-clone.js';
import { ShellSession, type ShellAnswer } from '../../support/documented/shell-session.js';
import { placeOf, SCRIPTS_NOT_RUN, treatmentOf, type Place } from '../../support/documented/treatments.js';
import { reservePort } from '../../support/free-port.js';
import { until } from '../../support/harness/until.js';

const CONTROLS = 'packages/tiktok-sandbox/docs/controls.md';
const FILES = [
  'README.md',
  ...pagesOf('.').filter((file) => file !== 'README.md'),
  ...pagesOf('docs'),
  ...pagesOf('docs/adr'),
  ...pagesOf('docs/guides'),
  ...pagesOf('docs/screens'),
  ...pagesOf('packages/admin'),
  ...pagesOf('packages/client'),
  ...pagesOf('packages/local-postgres'),
  ...pagesOf('packages/tiktok-sandbox'),
  CONTROLS,
  ...pagesOf('packages/tiktok-sandbox/docs').filter((file) => file !== CONTROLS),
];
const COMMANDS = FILES.flatMap((file) => commandsIn(file, readFileSync(file, 'utf8')));
const PATIENCE_MS = 600_000;

function pagesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => path.join(folder, name));
}

interface Stand {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** The ports that pages name, and those that are used here. */
  ports: Record<string, number>;
}

let clone: FreshClone;
let database: TestDatabase;
let stands: Record<Place, Stand>;
const typed: string[] = [];
/** Commands that have succeeded, by where they were typed. */
const succeeded = new Set<string>();
/** What a shell has after the definitions of a page, as commands that define it again. */
const defined = new Map<string, string>();
/** What readers take from one answer into the next command. */
const REMEMBERED = ['authUrl', 'publishId', 'uploadUrl'];
const known: Record<string, string> = {};

beforeAll(async () => {
  [clone, database] = await Promise.all([FreshClone.make(), createDatabase({ migrated: false })]);
  const [development, staging, sandbox] = [await ports(), await ports(), await ports()];
  const cwd = clone.folder;
  const env = clone.env({ PORT: String(development[3000]), SANDBOX_PORT: String(development[4010]) });
  const url = `http://127.0.0.1:${development[3000]}`;
  await clone.leaveRunning('npm start', cwd, env, `${url}/health/ready`);
  typed.push('npm start');
  stands = {
    development: { cwd, env, ports: development },
    sandbox: { cwd, env: clone.env({ SANDBOX_PORT: String(sandbox[4010]) }), ports: sandbox },
    staging: {
      cwd: await clone.copy(),
      env: clone.env({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl }),
      ports: staging,
    },
  };
}, PATIENCE_MS);

afterAll(async () => {
  await clone.remove();
  await database.drop();
}, PATIENCE_MS);

async function ports(): Promise<Record<'3000' | '4010', number>> {
  return { 3000: await reservePort(), 4010: await reservePort() };
}

function withPorts(text: string, stand: Stand): string {
  return text.replace(/(?<=:|PORT=)(3000|4010)\b/g, (port) => String(stand.ports[port] ?? port));
}

/** Fills in what earlier answers have brought, as a reader does. */
async function filled(text: string, stand: Stand, shell: ShellSession): Promise<string> {
  let full = text;
  for (const name of placeholdersIn(text))
    full = full.replaceAll(`<${name}>`, await valueOf(name, text, stand, shell));
  return full;
}

async function valueOf(name: string, text: string, stand: Stand, shell: ShellSession): Promise<string> {
  if (name === 'uploadUrl' && known[name] === undefined) await startPublication(stand, shell);
  if (text.includes('"publishAt"') && name === 'publishId') await uploadOne(stand, shell);
  const isPublication = name === 'id' && text.includes('tiktok-provider');
  const value = known[isPublication ? 'publishId' : name] ?? (await fromSandbox(name, text, stand));
  // A link takes one file.
  if (name === 'uploadUrl') delete known[name];
  return value;
}

async function startPublication(stand: Stand, shell: ShellSession): Promise<void> {
  const call = `curl -s http://127.0.0.1:${stand.ports[3000]}/api/upstream/call/tiktok-provider/init-video-upload \\
    -H "authorization: Bearer $(npm run --silent token -- --org acme)" -H 'orgid: acme' \\
    -H 'content-type: application/json' -d '{"title":"x","caption":"x","privacyLevel":"SELF_ONLY"}'`;
  remember(await shell.run(call));
}

async function uploadOne(stand: Stand, shell: ShellSession): Promise<void> {
  await startPublication(stand, shell);
  await shell.run(`curl -s -T test/fixtures/clip-540x960-4s.mp4 '${known.uploadUrl}'`);
  delete known.uploadUrl;
}

async function fromSandbox(name: string, text: string, stand: Stand): Promise<string> {
  const base = `http://127.0.0.1:${stand.ports[4010]}/__sandbox`;
  const firstId = async (where: string, list: string) => {
    const json = (await (await fetch(base + where)).json()) as Record<string, { id: string }[] | undefined>;
    return json[list]?.[0]?.id ?? '';
  };
  if (name === 'accountId') return await accountInDollars(base);
  if (name === 'comment_id') return await firstId('/comments', 'comments');
  if (/\/business\/ads\/|adId/.test(text)) return await firstId('/business/state', 'ads');
  if (text.includes('dvertiser')) return await firstId('/business/state', 'advertisers');
  return await firstId('/videos', 'videos');
}

/** Minimum budgets differ by currency. */
async function accountInDollars(base: string): Promise<string> {
  const state = (await (await fetch(`${base}/business/state`)).json()) as {
    advertisers: { id: string; currency: string }[];
  };
  return state.advertisers.find(({ currency }) => currency === 'USD')?.id ?? '';
}

function remember({ output }: ShellAnswer): void {
  try {
    const json = JSON.parse(output) as Record<string, unknown>;
    for (const key of REMEMBERED) if (typeof json[key] === 'string') known[key] = json[key];
  } catch {
    // Not every command answers JSON.
  }
}

/** A person approves each page of TikTok's. @returns what the last page says */
async function approveInBrowser(authUrl: string): Promise<string> {
  const tiktok = new URL(authUrl).origin;
  let url = new URL(authUrl);
  for (let hop = 0; hop < 20; hop += 1) {
    if (url.origin === tiktok) url.searchParams.set('sandbox_auto_approve', '1');
    const answer = await fetch(url, { redirect: 'manual' });
    const location = answer.headers.get('location');
    if (location === null) return await answer.text();
    url = new URL(location, url);
  }
  throw new Error('the consent does not end');
}

async function type(command: DocumentedCommand, shells: Map<Place, ShellSession>): Promise<void> {
  const treatment = treatmentOf(command);
  if (treatment.notRun !== undefined) return;
  const place = placeOf(command, treatment);
  const stand = stands[place];
  const shell = shellAt(place, shells);
  if (treatment.as && typed.includes(treatment.as(command.text))) return;
  // The text names a command that has run.
  const isEnoughOnce = command.isInline || treatment.isOnce;
  if (isEnoughOnce && succeeded.has(`${place}: ${command.text}`)) return;
  const text = withPorts(await filled(treatment.as?.(command.text) ?? command.text, stand, shell), stand);
  typed.push(text);
  const where = `${command.file}:${command.line}: ${text}`;
  if (placeholdersIn(text).length > 0) throw new Error(`${where}\nhas a placeholder that nothing fills`);
  if (treatment.servesAt !== undefined)
    return await clone.leaveRunning(text, stand.cwd, stand.env, withPorts(treatment.servesAt, stand));
  const run = async () => {
    const answer = await shell.run(text);
    const ends = answer.exitCode === (treatment.exitCode ?? 0);
    const isRight = ends && (treatment.prints?.test(answer.output) ?? true);
    if (isRight) return answer;
    if (ends && treatment.untilItPrints) return false;
    throw new Error(`${where}\nexit code ${answer.exitCode}, and it printed:\n${answer.output}`);
  };
  const answer = await until(run);
  succeeded.add(`${place}: ${command.text}`);
  remember(answer);
  if (known.authUrl !== undefined) {
    expect(await approveInBrowser(known.authUrl)).toContain('Connected: @demo');
    delete known.authUrl;
  }
}

function shellAt(place: Place, shells: Map<Place, ShellSession>): ShellSession {
  const { cwd, env } = stands[place];
  const shell = shells.get(place) ?? new ShellSession(cwd, env);
  shells.set(place, shell);
  return shell;
}

function shellOf(page: string, shells: Map<Place, ShellSession>): ShellSession {
  return shellAt(page === CONTROLS ? 'sandbox' : 'development', shells);
}

const definitionsOf = (file: string) =>
  COMMANDS.filter((one) => one.file === file && /^\w+=|^\w+\(\)/.test(one.text));

/** Keeps what a page has defined: its commands take seconds, to define their results again takes none. */
async function keepDefinitions(file: string, shells: Map<Place, ShellSession>): Promise<void> {
  const names = definitionsOf(file).map(({ text }) => /^\w+/.exec(text)?.[0]);
  const each = 'declare -p $name 2>/dev/null || declare -f $name';
  const { output } = await shellOf(file, shells).run(`for name in ${names.join(' ')}; do ${each}; done`);
  defined.set(file, output);
}

/** Defines what another page has defined, whose commands run first if they have not yet. */
async function takeOver(file: string, shells: Map<Place, ShellSession>): Promise<void> {
  const kept = defined.get(file);
  if (kept !== undefined) return void (await shellOf(file, shells).run(kept));
  for (const command of definitionsOf(file)) await type(command, shells);
  await keepDefinitions(file, shells);
}

/** Each once: a page repeats in its text what its blocks have. */
function ofFile(file: string): DocumentedCommand[] {
  const before = new Set(
    COMMANDS.slice(
      0,
      COMMANDS.findIndex((one) => one.file === file),
    ).map(({ text }) => text),
  );
  return COMMANDS.filter((one) => one.file === file && !(before.has(one.text) && treatmentOf(one).notRun));
}

describe('The commands of', () => {
  it.each(FILES.filter((file) => ofFile(file).length > 0))(
    '%s succeed in a fresh clone and print what the text says',
    async (file) => {
      const shells = new Map<Place, ShellSession>();
      const failures: string[] = [];
      if (file === CONTROLS) {
        const { cwd, env } = stands.sandbox;
        const state = withPorts('http://127.0.0.1:4010/__sandbox/state', stands.sandbox);
        await clone.leaveRunning('npm run sandbox', cwd, env, state);
        typed.push('npm run sandbox');
      }
      try {
        // A page uses the variables and functions of README, or of the sandbox's controls.
        const basis = file.startsWith(path.dirname(CONTROLS)) ? CONTROLS : 'README.md';
        const commands = ofFile(file);
        if (file !== basis && commands.some((one) => treatmentOf(one).notRun === undefined))
          await takeOver(basis, shells);
        for (const command of commands)
          await type(command, shells).catch((error: unknown) => failures.push(messageOf(error)));
        if (file === basis) await keepDefinitions(basis, shells);
      } finally {
        for (const shell of shells.values()) shell.close();
      }
      expect(failures).toEqual([]);
    },
    PATIENCE_MS,
  );
});

function isTyped(script: string): boolean {
  return typed.some((text) => new RegExp(`\\bnpm (run )?(--silent )?${script}(?![\\w:-])`).test(text));
}

describe('package.json', () => {
  it('has no script that is neither run above nor excused', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const open = Object.keys(scripts).filter((name) => !isTyped(name) && SCRIPTS_NOT_RUN[name] === undefined);
    expect(open).toEqual([]);
  });
});
