import { describe, expect, it } from '@jest/globals';
import { chooseRunAs } from './choose-run-as.js';
import type { RunAs } from './run-as.js';

const unshare: RunAs = { kind: 'unshare' };
const nobody: RunAs = { kind: 'switch-user', user: { name: 'nobody', uid: 65534, gid: 65534 } };

describe('chooseRunAs', () => {
  it('takes the first way that works and tries no further', async () => {
    const tried: RunAs[] = [];

    const chosen = await chooseRunAs([unshare, nobody], '/data', async (runAs) => {
      tried.push(runAs);
      return { ok: true, value: 'binaries' };
    });

    expect(chosen).toEqual({ runAs: unshare, value: 'binaries' });
    expect(tried).toEqual([unshare]);
  });

  it('goes on to the next when one does not work', async () => {
    const chosen = await chooseRunAs([unshare, nobody], '/data', async (runAs) =>
      runAs.kind === 'unshare' ? { ok: false, reason: 'not permitted' } : { ok: true, value: 'copy' },
    );

    expect(chosen).toEqual({ runAs: nobody, value: 'copy' });
  });

  it('names the folder, every failure and the remedies when none works', async () => {
    const choice = chooseRunAs([unshare, nobody], '/data', async ({ kind }) => ({
      ok: false,
      reason: `no ${kind} here`,
    }));

    await expect(choice).rejects.toMatchObject({
      code: 'CANNOT_RUN_AS_ROOT',
      message: expect.stringMatching(
        /\/data.*no unshare here.*"nobody": no switch-user here.*normal user.*DATABASE_URL/,
      ),
    });
  });
});
