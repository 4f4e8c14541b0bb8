import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { developmentSecrets } from './development-secrets.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'connector-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('development secrets are created once and kept', () => {
  const made = developmentSecrets(folder);
  expect(developmentSecrets(folder)).toEqual(made);
  expect(JSON.parse(readFileSync(path.join(folder, 'development-secrets.json'), 'utf8'))).toEqual(made);
});

it('a damaged file is named, with the fix', () => {
  writeFileSync(path.join(folder, 'development-secrets.json'), '');
  expect(() => developmentSecrets(folder)).toThrow(
    /development-secrets\.json is damaged: restore it, or delete it/,
  );
});
