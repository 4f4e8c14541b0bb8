import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import { operationsIn, type ServedDocument } from '../../support/openapi-document.js';

const connector = useConnector({ webhooks: false });

const PAGE = 'docs/http.md';
const [START, END] = ['<!-- calls with a key: generated -->', '<!-- end -->'];
/** The longest one that fits counts. */
const BELOW = ['/api/upstream/call/tiktok-provider/', '/api/ads/', '/api/'];

it('docs/http.md lists every call that takes an Idempotency-Key (UPDATE_DOCS=1 rewrites it)', async () => {
  const document = (await connector().anonymous.get('/api/openapi.json')).body as unknown as ServedDocument;
  const names = operationsIn(document)
    .filter(([, { parameters = [] }]) => parameters.some(({ name }) => name === 'Idempotency-Key'))
    .map(([name]) => name);
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.slice(0, page.indexOf(START)), page.slice(page.indexOf(END))];
  const text = `${before}${START}\n\n${table(names)}\n\n${after}`;
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, text);
  expect(names.length).toBeGreaterThan(30);
  expect(readFileSync(PAGE, 'utf8')).toBe(text);
});

function table(names: readonly string[]): string {
  const rows = BELOW.map((prefix) => {
    const calls = names.filter((name) => BELOW.find((one) => pathOf(name).startsWith(one)) === prefix);
    const listed = calls.map((name) => `\`${verbOf(name)} ${pathOf(name).slice(prefix.length)}\``);
    return `| \`${prefix}\` | ${listed.toSorted().join(', ')} |`;
  });
  return ['| below | calls |', '|---|---|', ...rows].join('\n');
}

function verbOf(name: string): string {
  return name.slice(0, name.indexOf(' ')).toUpperCase();
}

function pathOf(name: string): string {
  return name.slice(name.indexOf(' ') + 1);
}
