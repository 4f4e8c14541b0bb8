import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import ts from 'typescript';

const FOLDER = path.resolve('src/database/migrations');

export type MigrationClass = new () => MigrationInterface;

/**
 * What a migration does, as one hash: the statements that it sends, whichever helper wrote them, and its own code without
 * comments, since what it sends may depend on what it reads.
 */
export async function fingerprintOf(migration: MigrationClass): Promise<string> {
  const [up, down] = [await statementsOf(migration, 'up'), await statementsOf(migration, 'down')];
  const code = codeOf(readFileSync(fileOf(migration.name), 'utf8'));
  return createHash('sha256').update(JSON.stringify({ up, down, code })).digest('hex');
}

/** The statements of one direction, against a database that answers nothing. */
export async function statementsOf(migration: MigrationClass, direction: 'up' | 'down'): Promise<unknown[]> {
  const sent: unknown[] = [];
  const runner = {
    query: (statement: string, parameters: unknown[] = []) => {
      sent.push([statement, parameters]);
      return Promise.resolve([]);
    },
  };
  await new migration()[direction](runner as unknown as QueryRunner);
  return sent;
}

/** The tokens of a source, without comments and layout. */
export function codeOf(source: string): string[] {
  const file = ts.createSourceFile('migration.ts', source, ts.ScriptTarget.Latest);
  const tokens = (node: ts.Node): string[] => {
    const parts = node.getChildren(file).filter(({ kind }) => kind !== ts.SyntaxKind.JSDoc);
    return parts.length > 0 ? parts.flatMap(tokens) : [node.getText(file)];
  };
  return tokens(file).filter((token) => token !== '');
}

/** Files of migrations, without the helpers beside them. */
export function migrationFiles(): string[] {
  return readdirSync(FOLDER).filter((name) => /^\d+-.*\.ts$/.test(name));
}

/** @throws Error for a class whose name does not end with the number of its file */
function fileOf(name: string): string {
  const number = /\d+$/.exec(name)?.[0];
  const file = migrationFiles().find((one) => one.startsWith(`${number}-`));
  if (file === undefined) throw new Error(`no file in src/database/migrations has the number of ${name}`);
  return path.join(FOLDER, file);
}
