import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { openApiMetadata } from './openapi-metadata.js';

// Jest runs in the root of the repository.
const ROOT = process.cwd();
const FILE = path.join(ROOT, 'src/openapi-metadata.ts');

it('src/openapi-metadata.ts says what the DTOs say', () => {
  const metadata = openApiMetadata(ROOT);
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, metadata);
  expect(readFileSync(FILE, 'utf8')).toBe(metadata);
}, 60_000);
