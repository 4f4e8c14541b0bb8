import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { declaredOrder } from './declared-order.js';
import { modelsIn } from './model-fields.js';
import { factsOf } from './property-facts.js';

function read(source: string): { file: ts.SourceFile; checker: ts.TypeChecker } {
  const name = path.join(mkdtempSync(path.join(os.tmpdir(), 'models-')), 'post.view.ts');
  writeFileSync(name, source);
  const program = ts.createProgram([name], { noLib: true, types: [] });
  return { file: program.getSourceFile(name)!, checker: program.getTypeChecker() };
}

function property(source: string): [ts.PropertyDeclaration, ts.TypeChecker] {
  const { file, checker } = read(source);
  const [first] = modelsIn([file]).values();
  return [first!.properties[0]!, checker];
}

describe('declaredOrder', () => {
  it.each([
    [`export class A { a: 'z' | 'b' | null }`],
    [`const L = ['z', 'b'] as const; export class A { a?: (typeof L)[number] }`],
    [
      `const K = ['z'] as const; const L = [...K, 'b'] as const; type T = (typeof L)[number]; export class A { a: T[] }`,
    ],
    [
      `type All = 'z' | 'y' | 'b'; type Most<T, U> = T extends U ? never : T; export class A { a: Most<'z' | 'b', 'y'> }`,
    ],
  ])('follows %s', (source) => {
    const [{ type }, checker] = property(source);

    expect(declaredOrder(type, checker).filter((value) => value !== 'y')).toEqual(['z', 'b']);
  });
});

describe('factsOf', () => {
  it('reads doc comments, tags and constant limits', () => {
    const [declaration, checker] = property(`
      declare const Max: any; const LIMIT = 7;
      export class A {
        /**
         * Two
         * lines.
         * @format uuid
         * @example "1"
         */
        @Max(LIMIT)
        a: string;
      }`);
    const texts = [...factsOf(declaration, checker)].map(([name, node]) => [
      name,
      (node as ts.StringLiteral).text,
    ]);

    expect(Object.fromEntries(texts)).toEqual({
      description: 'Two lines.',
      format: 'uuid',
      example: '1',
      maximum: '7',
    });
  });
});

describe('modelsIn', () => {
  it('rejects a class that cannot be imported', () => {
    expect(() => modelsIn([read('class A {}').file])).toThrow('export the class A');
  });
});
