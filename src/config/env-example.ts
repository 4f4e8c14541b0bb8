import { z } from 'zod';
import { ENVIRONMENT_SECTIONS } from './environment.schema.js';

const WIDTH = 125;

const HEAD = [
  '# Copy to .env and fill in. `npm start` on a laptop needs none of this: it starts its own Postgres and a local TikTok sandbox, and',
  '# creates its own secrets. Production needs the lines marked (production). Generated from src/config/settings.',
];

/** The text of `.env.example`: every setting with its description and default. */
export function envExample(): string {
  const sections = ENVIRONMENT_SECTIONS.map(([title, shape]) =>
    [`# --- ${title} ${'-'.repeat(100 - title.length)}`].concat(
      Object.entries(shape).flatMap(([key, setting]) => settingLines(key, setting)),
    ),
  );
  return `${[HEAD, ...sections].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function settingLines(key: string, setting: z.core.$ZodType): string[] {
  return commentLines(descriptionOf(key, setting)).concat(`${key}=${defaultOf(setting)}`);
}

function descriptionOf(key: string, setting: z.core.$ZodType): string {
  const description = z.globalRegistry.get(setting)?.description;
  if (description === undefined) throw new Error(`${key} needs a description`);
  return description;
}

/** The default as an operator writes it; empty if there is none. */
function defaultOf(setting: z.core.$ZodType): string {
  if (!(setting instanceof z.ZodDefault)) return '';
  const value: unknown = setting.def.defaultValue;
  return value instanceof Map ? '' : String(value);
}

function commentLines(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`# ${word}`);
  }
  return lines;
}
