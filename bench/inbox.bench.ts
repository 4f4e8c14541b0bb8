// What the inbox costs: listing 50 of a million conversations, and opening one of a thousand messages, through the service's
// code up to the JSON of the answer. Beside each a bare indexed read of the same rows by the owner of the tables, as JSON. The two
// take turns on the same rows. Then what it costs to search a million conversations for a text that only the oldest one has.
import 'reflect-metadata';
import { ConversationReader } from '../src/crm-inbox/conversations/conversation-reader.js';
import { OrgContext } from '../src/database/index.js';
import { alone, compared, median, type Figure } from './figure.js';
import { CONVERSATIONS, INBOX_SEED, ORGANISATION, SEARCH_SEED } from './inbox/seed.js';
import { startServed, type Served } from './served.js';

const ROUNDS = Number(process.env.INBOX_ROUNDS ?? 7);
const CALLS = 200;
const PAGE = 50;

const LIST = {
  name: 'list',
  text: `
    SELECT c.*, k.id AS contact_id, k.name, k.username, k.picture FROM (
      SELECT * FROM conversations WHERE organisation_id = $1 ORDER BY last_message_at DESC, id DESC LIMIT ${PAGE}) AS c
    LEFT JOIN crm_contacts k ON k.organisation_id = c.organisation_id AND k.person_key = c.person_key`,
};
const CONVERSATION = { name: 'one', text: 'SELECT * FROM conversations WHERE id = $1' };
const MESSAGES = {
  name: 'messages',
  text: `
    SELECT m.*, k.id AS contact_id, k.name, k.username, k.picture FROM (
      SELECT * FROM messages WHERE conversation_id = $1 ORDER BY sent_at DESC, comment_id DESC LIMIT ${PAGE}) AS m
    LEFT JOIN crm_contacts k ON k.organisation_id = m.organisation_id AND k.person_key = m.author_id`,
};
const TIMELINE = {
  name: 'timeline',
  text: 'SELECT * FROM conversation_events WHERE conversation_id = $1 ORDER BY at DESC, id DESC LIMIT 100',
};

type Read = () => Promise<string>;

export async function* run(): AsyncIterable<Figure> {
  const { app, pool, stop } = await startServed('inbox');
  try {
    await seed(pool, INBOX_SEED);
    await pool.query(`SELECT set_config('app.system_reason', 'a benchmark', false)`);
    const { rows } = await pool.query<{ id: string }>(
      `SELECT id FROM conversations WHERE root_comment_id = '1'`,
    );
    const id = rows[0]?.id ?? '';
    const reader = app.get(ConversationReader, { strict: false });
    const inOrganisation = (work: () => Promise<object>): Read => {
      const { organisation, context } = { organisation: ORGANISATION, context: app.get(OrgContext) };
      return () => context.run(organisation, 'a benchmark', async () => JSON.stringify(await work()));
    };
    const bare = (...queries: (readonly [{ name: string; text: string }, string])[]): Read => {
      return async () => {
        const answers: unknown[] = [];
        for (const [query, value] of queries)
          answers.push((await pool.query({ ...query, values: [value] })).rows);
        return JSON.stringify(answers);
      };
    };
    yield await measured(
      'inbox.list',
      inOrganisation(() => reader.list({ limit: PAGE })),
      bare([LIST, ORGANISATION]),
    );
    yield await measured(
      'inbox.open',
      inOrganisation(() => reader.open(id)),
      bare([CONVERSATION, id], [MESSAGES, id], [TIMELINE, id]),
    );
    await seed(pool, SEARCH_SEED);
    yield* await app.get(OrgContext).run(ORGANISATION, 'a benchmark', () => searched(reader));
  } finally {
    await stop();
  }
}

async function seed(pool: Served['pool'], statements: string): Promise<void> {
  for (const statement of statements.split(';').filter((one) => one.trim())) await pool.query(statement);
}

/** Searches for a text that only the oldest conversation has, answer by answer. */
async function searched(reader: ConversationReader): Promise<Figure[]> {
  const q = `number ${CONVERSATIONS - 1}?`;
  const times: number[] = [];
  let cursor: string | undefined;
  let found = 0;
  do {
    const started = performance.now();
    const page = await reader.list({ limit: PAGE, q, ...(cursor !== undefined && { cursor }) });
    times.push(performance.now() - started);
    found += page.items.length;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  if (found !== 1) throw new Error(`the search has found ${found} conversations instead of one`);
  const total = times.reduce((sum, time) => sum + time, 0);
  return [
    alone('inbox.search_slowest_ms', Math.max(...times), 'ms'),
    alone('inbox.search_total_ms', total, 'ms'),
    alone('inbox.search_answers', times.length, 'answers', 0),
  ];
}

/** Answers microseconds a call; the ratio is ours ÷ bare. */
async function measured(name: string, ours: Read, bare: Read): Promise<Figure> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const both = [await timed(ours), await timed(bare)] as const;
    // The first round warms both up and does not count.
    if (round === 0) continue;
    times[0].push(both[0]);
    times[1].push(both[1]);
  }
  return compared(name, median(times[0]), 'µs', median(times[1]));
}

/** @throws Error when an answer is short, because then nothing was measured */
async function timed(read: Read): Promise<number> {
  const started = process.hrtime.bigint();
  for (let call = 0; call < CALLS; call += 1)
    if ((await read()).length < PAGE * 100) throw new Error('the answer has too few rows');
  return Number(process.hrtime.bigint() - started) / 1_000 / CALLS;
}
