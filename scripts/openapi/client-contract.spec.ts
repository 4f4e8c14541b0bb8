import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { apiReference } from './api-reference.js';
import { apiSurface, unannounced, type DescribedApi } from './api-surface.js';

const CLIENT = 'packages/client';
const DOCUMENT = `${CLIENT}/openapi.json`;
const TYPES = `${CLIENT}/src/generated/api.ts`;
const SURFACE = `${CLIENT}/api-surface.txt`;
const MAX_BYTES = 16 * 1024 * 1024;
const NOTE = '// Generated from openapi.json: UPDATE_DOCS=1 npm test -- unit client-contract\n\n';

let document: OpenAPI3 & DescribedApi;

beforeAll(async () => {
  // In a process of its own: a second document of one process has some keys in another order.
  const loader = ['--conditions=tiktok-connector-source', '--import', './scripts/typescript/loader.mjs'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...loader, 'scripts/openapi/print-api.ts'],
    {
      maxBuffer: MAX_BYTES,
    },
  );
  document = JSON.parse(stdout) as typeof document;
}, 60_000);

/** Compares a committed file with what it is generated from, or writes it with UPDATE_DOCS=1. */
function expectGenerated(file: string, text: string): void {
  if (process.env.UPDATE_DOCS) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8') === text ? 'up to date' : `stale: ${file}`).toBe('up to date');
}

describe('the typed client', () => {
  it('removes nothing from the API that the changelog does not name', () => {
    const before = readFileSync(SURFACE, 'utf8').trim().split('\n');
    const now = apiSurface(document);
    expect(unannounced(before, now, readFileSync('CHANGELOG.md', 'utf8'))).toEqual([]);
    expectGenerated(SURFACE, `${now.join('\n')}\n`);
  });

  it('has the OpenAPI document of this service', () => {
    expectGenerated(DOCUMENT, `${JSON.stringify(document, null, 1)}\n`);
  });

  it('has a page that lists every call', () => {
    expectGenerated('docs/api.md', apiReference(document as Parameters<typeof apiReference>[0]));
  });

  it('has types that are generated from it', async () => {
    const types = await openapiTS(document, { rootTypes: true, rootTypesNoSchemaPrefix: true });
    expectGenerated(TYPES, NOTE + astToString(types));
  }, 60_000);
});
