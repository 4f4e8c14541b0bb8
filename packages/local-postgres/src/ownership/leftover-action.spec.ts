import { describe, expect, it } from '@jest/globals';
import { leftoverAction, parsePostmasterPid } from './leftover-action.js';
import { namesServerOf } from './whose-process.js';

describe('What to do about a postmaster.pid', () => {
  it.each([
    ['none', false, 'remove-pid-file'],
    ['none', true, 'remove-pid-file'],
    ['unrelated', false, 'remove-pid-file'],
    ['unrelated', true, 'remove-pid-file'],
    ['server-of-folder', true, 'stop-server'],
    ['server-of-folder', false, 'refuse'],
    ['unknown', false, 'leave-to-postgres'],
    ['unknown', true, 'leave-to-postgres'],
  ] as const)('its process is %s, our last owner died: %s → %s', (whose, ownerDied, action) => {
    expect(leftoverAction(whose, ownerDied)).toBe(action);
  });

  it('reads the pid from its first line, also that of a single-user Postgres', () => {
    expect(parsePostmasterPid('4711\n/data\n1700000000\n5432\n')).toBe(4711);
    expect(parsePostmasterPid('-4711\n/data\n')).toBe(4711);
  });

  it('takes a torn file for one without a process', () => {
    expect(parsePostmasterPid('')).toBe(0);
    expect(parsePostmasterPid('\n')).toBe(0);
  });
});

describe('A command line', () => {
  it.each([
    ['/x/bin/postgres -D /my data/postgres', true],
    ['/x/bin/postgres -D /my data/postgres -c port=1', true],
    ['C:\\pg\\postgres.exe -D /my data/postgres -c port=1', true],
    ['/x/bin/postgres -D /my data/postgres2 -c port=1', false],
    ['/x/bin/postgres -D /other -c port=1', false],
    ['tail -f /my data/postgres/log', false],
    ['', false],
  ])('%s: a server of our folder? %s', (commandLine, expected) => {
    expect(namesServerOf(commandLine, '/my data/postgres')).toBe(expected);
  });
});
