import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type AnswerFile, answerFileProblem } from './answer-file.js';
import { contradictsItself, verdictOf } from './answer-verdict.js';

const FOLDERS = ['src', 'packages', 'test', 'bench', 'scripts'];
const BUILT = /[\\/]dist([\\/]|$)/;

/** JSON written as a string in a source file. */
const JSON_LITERAL = /(['`])(\{".*?\})\1/g;

/** An object literal with data of a success beside a refusal of the Open API. */
const CONTRADICTION = /data: \{ ?[^\s}][^}]*\},?\s*error: \{ code: '(?!ok')\w+'/g;

/** Describes every TikTok response under a folder whose kind contradicts its envelope, one line each. */
export function answerProblems(root: string): string[] {
  const complaints: string[] = [];
  for (const file of FOLDERS.flatMap((folder) => filesUnder(path.join(root, folder)))) {
    const complain = (reason: string): number => complaints.push(`${path.relative(root, file)}: ${reason}`);
    if (file.endsWith('.json')) jsonProblems(file).forEach(complain);
    else if (file.endsWith('.ts')) sourceProblems(readFileSync(file, 'utf8')).forEach(complain);
  }
  return complaints;
}

function jsonProblems(file: string): string[] {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (file.endsWith('.answer.json')) {
    const complaint = answerFileProblem(value as Partial<AnswerFile>);
    return complaint === undefined ? [] : [complaint];
  }
  return verdictOf(value) === undefined ? [] : ['a TikTok response belongs in a file named *.answer.json'];
}

export function sourceProblems(source: string): string[] {
  const literals = [...source.matchAll(JSON_LITERAL)].map((match) => match[2] ?? '');
  const bad = literals.filter((literal) => contradictsItself(parsed(literal)));
  const objects = [...source.matchAll(CONTRADICTION)].map((match) => match[0]);
  return [...bad, ...objects].map((text) => `data of a success with the envelope of an error: ${text}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !BUILT.test(entry.parentPath))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
