import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const CYCLES = 20;

/** Runs the benchmark with four real processes. Its figures are a promise here. */
async function figures(): Promise<Record<string, number>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['scripts/run.mjs', 'bench', 'refresh', '--json'],
    { env: { ...process.env, REFRESH_CYCLES: String(CYCLES), NODE_OPTIONS: '' } },
  );
  const lines = stdout.trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const { name, value } = JSON.parse(line) as { name: string; value: number };
      return [name, value];
    }),
  );
}

describe('four processes with 100 callers each on an expired token', () => {
  it('refresh once without a failed caller, and faults at TikTok never expire the account', async () => {
    expect(await figures()).toMatchObject({
      'refresh.token_calls': 1,
      'refresh.failures': 0,
      'refresh.different_tokens': 1,
      'refresh.cycles': CYCLES,
      'refresh.failures_after_trouble': 0,
      'refresh.wrongly_expired': 0,
    });
  }, 120_000);
});
