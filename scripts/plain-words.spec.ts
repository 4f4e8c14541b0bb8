import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { expect, it } from '@jest/globals';

/** Words that our texts avoid, each with the standard term (CONTRIBUTING.md, "How we write"). */
const PLAIN: Record<string, string> = {
  nobody: 'name the actor: "no process", "no user"',
  somebody: 'name the actor: "a user", "another caller"',
  whoever: 'name the actor',
  people: 'users, admins or operators',
  anew: 'again',
  'any more': 'no longer',
  'for ever': 'forever',
  trouble: 'problem, failure or error',
  told: 'notified or reported',
  tells: 'reports or returns',
  'by itself': 'automatically',
};

const WORDS = new RegExp(String.raw`\b(${Object.keys(PLAIN).join('|')})\b`, 'gi');

/** Landed migrations never change, fixtures are recorded, and this file quotes the words. */
const EXEMPT = /^(src\/database\/migrations\/|test\/fixtures\/|scripts\/plain-words\.spec\.ts$)/;

/** Proper names: `nobody` is a Unix user, and TikTok's audiences consist of people. */
const PROPER: [file: RegExp, word: string][] = [
  [/^packages\/local-postgres\/src\/run-as\//, 'nobody'],
  [/^packages\/tiktok-sandbox\/(src\/business\/audiences|docs)\//, 'people'],
];
const isProper = (file: string, word: string): boolean =>
  PROPER.some(([place, name]) => place.test(file) && name === word.toLowerCase());

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(ts|mjs|cjs|md|html|yml|yaml)$|^\.env\.example$/.test(file) && !EXEMPT.test(file));

it('finds the files to check', () => {
  expect(files).toEqual(expect.arrayContaining(['README.md', 'src/main.ts', '.env.example']));
});

it('uses standard terms in every text, comment and test title', () => {
  const hits = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        [...line.matchAll(WORDS)]
          .filter(([word]) => !isProper(file, word))
          .map(([word]) => `${file}:${index + 1} "${word}": use ${PLAIN[word.toLowerCase()]}`),
      ),
  );
  expect(hits).toEqual([]);
});
