import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { environmentSchema } from './environment.schema.js';

const example = parseEnv(readFileSync('.env.example', 'utf8')) as Record<string, string>;

describe('.env.example', () => {
  it('names every variable of the schema and no other', () => {
    expect(Object.keys(example).toSorted()).toEqual(Object.keys(environmentSchema.shape).toSorted());
  });

  it('shows the defaults that the schema has', () => {
    const filled = Object.fromEntries(Object.entries(example).filter(([, value]) => value !== ''));
    const defaults = environmentSchema.parse({});
    expect(environmentSchema.parse(filled)).toEqual(defaults);
  });
});
