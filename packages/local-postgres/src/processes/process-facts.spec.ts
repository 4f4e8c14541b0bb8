import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { factsOf, parseProcStat } from './process-facts.js';

describe('factsOf', () => {
  it('says the same of a living process every time, and its command line', async () => {
    const first = await factsOf(process.pid);

    expect(first?.commandLine).toContain('node');
    expect(await factsOf(process.pid)).toEqual(first);
  });

  it('distinguishes two processes', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const facts = await factsOf(child.pid!);
    child.kill();
    await once(child, 'exit');

    expect(facts).toBeDefined();
    expect(await factsOf(child.pid!)).toBeUndefined();
  });

  it.each([0, -1, Number.NaN])('knows no process %d, which would mean a group of them', async (pid) => {
    expect(await factsOf(pid)).toBeUndefined();
  });
});

describe('parseProcStat', () => {
  const fields = 'S 1 100 100 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 11 0 98765 1000 200';

  it('is not fooled by a process name with spaces and parentheses', () => {
    expect(parseProcStat(`42 (node (v20) x) ${fields}`)).toEqual({ state: 'S', startTicks: '98765' });
  });

  it('knows no start time where there is nothing to read', () => {
    expect(parseProcStat('').startTicks).toBeUndefined();
  });
});
