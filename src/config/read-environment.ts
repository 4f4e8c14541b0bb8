import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError } from './config-error.js';
import { environmentSchema } from './environment.schema.js';
import type { Variables } from './tidy-values.js';

const FILE = '.env';

/**
 * The process's variables, over those of `.env` in the working directory. What only the file names is also set for the
 * process, since libraries (the AWS SDK) and child processes look there.
 * @throws ConfigError when the file cannot be read as it is meant
 */
export function readEnvironment(): Variables {
  for (const [key, value] of Object.entries(fromFile())) process.env[key] ??= value;
  return { ...process.env };
}

function fromFile(): Variables {
  const bytes = contents();
  if (bytes === undefined) return {};
  const { variables, complaints } = parseEnvFile(bytes);
  if (complaints.length > 0) throw new ConfigError(complaints);
  return variables;
}

function contents(): Buffer | undefined {
  try {
    return readFileSync(FILE);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new ConfigError([`${FILE}: cannot be read (${code ?? 'unknown error'})`]);
  }
}

/** Node's parser, and what it passes over in silence: another encoding, and a key that is there twice. */
export function parseEnvFile(bytes: Buffer): { variables: Variables; complaints: string[] } {
  // UTF-16, as some Windows editors save it, is full of zero bytes.
  if (bytes.includes(0)) return { variables: {}, complaints: [`${FILE}: save it as UTF-8`] };
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const assigned = [...text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Z][A-Z0-9_]*)[ \t]*=/gm)].map(
    ([, key = '']) => key,
  );
  const ours = Object.keys(environmentSchema.shape);
  const twice = ours.filter((key) => assigned.indexOf(key) !== assigned.lastIndexOf(key));
  return {
    variables: parseEnv(text),
    complaints: twice.map((key) => `${key}: is set twice in ${FILE}; keep one of the lines`),
  };
}
