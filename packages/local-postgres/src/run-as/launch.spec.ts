import { describe, expect, it } from '@jest/globals';
import { commandFor } from './launch.js';
import { runProgram } from './run-program.js';

describe('commandFor', () => {
  it('puts unshare in front, keeping arguments with spaces whole', () => {
    expect(commandFor({ kind: 'unshare' }, '/my bin/postgres', ['-D', '/my data'])).toEqual({
      file: 'unshare',
      args: ['-U', '/my bin/postgres', '-D', '/my data'],
      options: {},
    });
  });

  it('switches user and group together', () => {
    const user = { name: 'postgres', uid: 101, gid: 104 };

    expect(commandFor({ kind: 'switch-user', user }, 'initdb', []).options).toEqual({ uid: 101, gid: 104 });
  });
});

describe('A program run', () => {
  it('sees none of our secrets', async () => {
    process.env.JWT_SECRET = 'very-secret';

    const { output } = await runProgram({ kind: 'direct' }, process.execPath, [
      '-p',
      'JSON.stringify(process.env)',
    ]);

    delete process.env.JWT_SECRET;
    expect(output).toContain('"LC_ALL":"C"');
    expect(output).not.toContain('very-secret');
  });

  it('that does not exist is a failed one', async () => {
    const result = await runProgram({ kind: 'direct' }, '/no/such/program', []);

    expect(result).toEqual({ ok: false, output: expect.stringContaining('ENOENT') });
  });
});
