import { describe, expect, it } from '@jest/globals';
import { stopProcess } from './stop-process.js';

describe('stopProcess', () => {
  it.each([
    ['a willing process', 1, ['SIGINT']],
    ['one that cannot disconnect its clients', 2, ['SIGINT', 'SIGQUIT']],
    ['one that does not react at all', 3, ['SIGINT', 'SIGQUIT', 'SIGKILL']],
  ])('ends %s with %d signals', async (_, endsAfter, expected) => {
    const sent: string[] = [];

    await stopProcess(
      (signal) => sent.push(signal),
      async () => sent.length >= endsAfter,
    );

    expect(sent).toEqual(expected);
  });
});
