import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type AnswerFile, answerFileComplaint } from './answer-file.js';
import { contradictsItself, verdictOf } from './answer-verdict.js';

const FOLDERS = ['src', 'packages', 'test', 'bench', 'scripts'];
const BUILT = /[\\/]dist([\\/]|$)/;

/** JSON written as a string in a source file. */
const JSON_LITERAL = /(['`])(\{".*?\})\1/g;

/** An object literal with data of a success beside a refusal of the Open API. */
const CONTRADICTION = /data: \{ ?[^\s}][^}]*\},?\s*error: \{ code: '(?!ok')\w+'/g;

/** Every TikTok answer under a folder that is not what it seems: one line each. */
export function answerComplaints(root: string): string[] {
  const complaints: string[] = [];
  for (const file of FOLDERS.flatMap((folder) => filesUnder(path.join(root, folder)))) {
    const complain = (reason: string): number => complaints.push(`${path.relative(root, file)}: ${reason}`);
    if (file.endsWith('.json')) jsonComplaints(file).forEach(complain);
    else if (file.endsWith('.ts')) sourceComplaints(readFileSync(file, 'utf8')).forEach(complain);
  }
  return complaints;
}

function jsonComplaints(file: string): string[] {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (file.endsWith('.answer.json')) {
    const complaint = answerFileComplaint(value as Partial<AnswerFile>);
    return complaint === undefined ? [] : [complaint];
  }
  return verdictOf(value) === undefined ? [] : ['a TikTok answer belongs into a file named *.answer.json'];
}

export function sourceComplaints(source: string): string[] {
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
