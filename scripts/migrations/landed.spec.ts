import { describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { migrations } from '../../src/database/migrations/index.js';
import { codeOf, fingerprintOf, migrationFiles, statementsOf } from './fingerprint.js';
import { compare, readLanded } from './landed.js';

const LOCK = 'run `node scripts/run.mjs lock-migrations` and commit src/database/migrations/landed.json';

describe('landed migrations', () => {
  it('are the ones of the list, unchanged and in their order', async () => {
    const { difference, now } = await compare(migrations, readLanded());

    expect({ changed: difference.changed, removed: difference.removed }).toEqual({
      changed: [],
      removed: [],
    });
    expect({ missing: difference.added, fix: LOCK }).toEqual({ missing: [], fix: LOCK });
    expect(Object.keys(readLanded())).toEqual(Object.keys(now));
  });

  it('are all files of the folder, each with the number of its class', () => {
    const numbers = migrations.map(({ name }) => /\d+$/.exec(name)?.[0]);

    expect(migrationFiles().map((file) => file.split('-', 1)[0])).toEqual(numbers.toSorted());
    expect(new Set(numbers).size).toBe(migrations.length);
  });

  it('run in a transaction, so that one that fails leaves nothing', () => {
    for (const migration of migrations) expect(new migration()).not.toHaveProperty('transaction', false);
  });
});

describe('the fingerprint of a migration', () => {
  const [first] = migrations;
  const recorded = async () => (first ? await fingerprintOf(first) : '');

  it('changes when a helper sends another statement', async () => {
    const before = await recorded();
    class Changed extends (first ?? class {}) {
      async up(runner: QueryRunner): Promise<void> {
        await runner.query('SELECT 1');
      }
    }
    Object.defineProperty(Changed, 'name', { value: first?.name });

    expect(await fingerprintOf(Changed as never)).not.toBe(before);
  });

  it('records statements with their parameters, in their order', async () => {
    class Two {
      async up(runner: QueryRunner): Promise<void> {
        await runner.query('SELECT $1', [7]);
        await runner.query('SELECT 2');
      }
      down = () => Promise.resolve();
    }

    expect(await statementsOf(Two, 'up')).toEqual([
      ['SELECT $1', [7]],
      ['SELECT 2', []],
    ]);
  });

  it('does not depend on comments and layout, and depends on everything else', () => {
    const code = codeOf('/** One. */\nasync function up() {\n  // two\n  return `a ${b} c`; }');

    expect(codeOf('async function up() { return `a ${b} c`; /* three */ }')).toEqual(code);
    expect(codeOf('async function up() { return `a ${b}  c`; }')).not.toEqual(code);
    expect(codeOf('async function up() { return `a ${d} c`; }')).not.toEqual(code);
  });
});
