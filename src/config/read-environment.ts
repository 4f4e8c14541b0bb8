import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError } from './config-error.js';
import { environmentSchema } from './environment.schema.js';
import type { Variables } from './tidy-values.js';

const FILE = '.env';

/**
 * Merges the process's variables over those of `.env` in the working directory. Variables from the file are also set in
 * the process, for libraries (the AWS SDK) and child processes.
 * @throws ConfigError if the file is ambiguous or not readable
 */
export function readEnvironment(): Variables {
  for (const [key, value] of Object.entries(fromFile())) process.env[key] ??= value;
  return { ...process.env };
}

function fromFile(): Variables {
  const bytes = contents();
  if (bytes === undefined) return {};
  const { variables, problems } = parseEnvFile(bytes);
  if (problems.length > 0) throw new ConfigError(problems);
  return variables;
}

function contents(): Buffer | undefined {
  try {
    return readFileSync(FILE);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new ConfigError([`${FILE}: is not readable (${code ?? 'unknown error'})`]);
  }
}

/** Parses with Node's parser, and reports what that ignores: a wrong encoding, and duplicate keys. */
export function parseEnvFile(bytes: Buffer): { variables: Variables; problems: string[] } {
  // UTF-16, the default of some Windows editors, contains zero bytes.
  if (bytes.includes(0)) return { variables: {}, problems: [`${FILE}: save it as UTF-8`] };
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const assigned = [...text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Z][A-Z0-9_]*)[ \t]*=/gm)].map(
    ([, key = '']) => key,
  );
  const ours = Object.keys(environmentSchema.shape);
  const twice = ours.filter((key) => assigned.indexOf(key) !== assigned.lastIndexOf(key));
  return {
    variables: parseEnv(text),
    problems: twice.map((key) => `${key}: is set twice in ${FILE}; remove one of the lines`),
  };
}
