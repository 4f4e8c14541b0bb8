import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest } from './nearest.js';
import { OPTIONS } from './options.js';
import { UsageError } from './usage-error.js';

/** What the command line asks for. */
export type Command = { kind: 'help' } | { kind: 'version' } | { kind: 'run'; flags: Map<string, string> };

const SWITCHES = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } } as const;
const FLAGS: ParseArgsConfig['options'] = {
  ...SWITCHES,
  ...Object.fromEntries(OPTIONS.map(({ name }) => [name, { type: 'string' }])),
};

/** @throws UsageError naming what is not understood */
export function readArguments(args: readonly string[]): Command {
  const { tokens } = parseArgs({ args: [...args], options: FLAGS, strict: false, tokens: true });
  const flags = new Map<string, string>();
  let kind: Command['kind'] = 'run';
  for (const token of tokens) {
    if (token.kind === 'positional')
      throw new UsageError(
        `Unexpected argument "${token.value}": run tiktok-sandbox --help for all options.`,
      );
    if (token.kind !== 'option') continue;
    if (token.name in SWITCHES) kind = token.name as 'help' | 'version';
    else flags.set(token.name, valueOf(token));
  }
  return kind === 'run' ? { kind, flags } : { kind };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function valueOf({ name, rawName, value, inlineValue }: OptionToken): string {
  if (!OPTIONS.some((option) => option.name === name)) {
    const similar = nearest(name, [...OPTIONS.map((option) => option.name), ...Object.keys(SWITCHES)]);
    const guess = similar === undefined ? '' : ` (did you mean --${similar}?)`;
    throw new UsageError(`Unknown option ${rawName}${guess}: run tiktok-sandbox --help for all options.`);
  }
  // In `--port --host x` the next flag was meant as a flag.
  if (value === undefined || (!inlineValue && value.startsWith('-')))
    throw new UsageError(`${rawName} needs a value.`);
  return value;
}
