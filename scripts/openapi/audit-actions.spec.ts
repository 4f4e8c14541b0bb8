import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

interface Operation {
  operationId: string;
  description?: string;
}

const { paths } = JSON.parse(readFileSync('packages/client/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const operations = Object.values(paths).flatMap((item) => Object.entries(item));
// Read as text: the packages are known by their faces, and the admin UI has none.
const source = readFileSync('packages/admin/src/pages/operate/audit-actions.ts', 'utf8');
const named = [...source.matchAll(/^ {2}'(\w+)',$/gm)].map(([, name]) => name);

it('the audit page has texts of operations of the API only', () => {
  const ids = new Set<string | undefined>(operations.map(([, { operationId }]) => operationId));

  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

it('the audit page has a text of every change that needs the role admin', () => {
  const changes = operations.filter(([method, { description = '' }]) => {
    return method !== 'get' && /role `(admin|operator)`/.test(description);
  });

  expect(changes.length).toBeGreaterThan(10);
  expect(changes.map(([, { operationId }]) => operationId).filter((id) => !named.includes(id))).toEqual([]);
});
