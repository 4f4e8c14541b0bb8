import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readArguments } from './arguments.js';
import { helpText } from './help.js';
import { OPTIONS } from './options.js';

describe('readArguments', () => {
  it('reads flags in both forms', () => {
    expect(readArguments(['--port', '0', '--data-file=world.json'])).toEqual({
      kind: 'run',
      flags: new Map([
        ['port', '0'],
        ['data-file', 'world.json'],
      ]),
    });
  });

  it.each([
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['--version'], 'version'],
    [['--port', '1', '-v'], 'version'],
  ])('%j asks for the %s', (args, kind) => {
    expect(readArguments(args)).toEqual({ kind });
  });

  it('suggests the nearest option', () => {
    expect(() => readArguments(['--prot', '1'])).toThrow(
      'Unknown option --prot (did you mean --port?): run tiktok-sandbox --help for all options.',
    );
    expect(() => readArguments(['--datafile=x'])).toThrow(/did you mean --data-file\?/);
    expect(() => readArguments(['--halp'])).toThrow(/did you mean --help\?/);
  });

  it('suggests nothing when no option is close', () => {
    expect(() => readArguments(['--quantum'])).toThrow(
      'Unknown option --quantum: run tiktok-sandbox --help for all options.',
    );
    expect(() => readArguments(['-q'])).toThrow('Unknown option -q:');
  });

  it('refuses a flag without its value, and what is no flag', () => {
    expect(() => readArguments(['--port'])).toThrow('--port needs a value.');
    expect(() => readArguments(['--port', '--host', '::1'])).toThrow('--port needs a value.');
    expect(() => readArguments(['start'])).toThrow('Unexpected argument "start":');
  });
});

describe('helpText', () => {
  it('lists every option', () => {
    for (const { name } of OPTIONS) expect(helpText()).toContain(`  --${name} <`);
    expect(helpText()).toMatch(/-h, --help .*\n.*-v, --version/);
  });

  it('is in the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(`\`\`\`text\n${helpText()}\`\`\``);
  });

  it('keeps its lines within 110 columns', () => {
    expect(
      helpText()
        .split('\n')
        .filter((line) => line.length > 110),
    ).toEqual([]);
  });
});
