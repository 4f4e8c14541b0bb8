import { describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { envExample } from './env-example.js';
import { environmentSchema } from './environment.schema.js';

describe('.env.example', () => {
  it('is generated from the schema (UPDATE_DOCS=1 rewrites it)', () => {
    if (process.env['UPDATE_DOCS']) writeFileSync('.env.example', envExample());
    expect(readFileSync('.env.example', 'utf8')).toBe(envExample());
  });

  it('shows defaults that parse to the defaults of the schema', () => {
    const example = Object.entries(parseEnv(envExample())).filter(([, value]) => value !== '');
    expect(environmentSchema.parse(Object.fromEntries(example))).toEqual(environmentSchema.parse({}));
  });
});
