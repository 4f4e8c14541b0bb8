import { readFileSync } from 'node:fs';
import { OPTIONS } from './options.js';

/** The text of `--help`. */
export function helpText(): string {
  const rows = OPTIONS.map(({ name, value, help }) => [`--${name} <${value}>`, help] as const);
  const switches = [
    ['-h, --help', 'print this help'],
    ['-v, --version', 'print the version'],
  ] as const;
  const width = Math.max(...rows.map(([usage]) => usage.length)) + 2;
  const lines = [...rows, ...switches].map(([usage, help]) => `  ${usage.padEnd(width)}${help}`);
  return `Usage: tiktok-sandbox [options]

Runs a local TikTok until Ctrl-C. Open its address in a browser to see and change what it holds.

Options:
${lines.join('\n')}

Each option is also an environment variable, such as SANDBOX_DATA_FILE for --data-file. Flags win.
`;
}

export function version(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
