import { describe, expect, it } from '@jest/globals';
import { waysToRun } from './run-as.js';

const postgres = { name: 'postgres', uid: 101, gid: 104 };
const nobody = { name: 'nobody', uid: 65534, gid: 65534 };
const asPostgres = { kind: 'switch-user', user: postgres };
const asNobody = { kind: 'switch-user', user: nobody };
const unshare = { kind: 'unshare' };
const root = { isRoot: true, platform: 'linux', users: [postgres, nobody] } as const;

describe('waysToRun', () => {
  it('runs as it is for a normal user, whatever is forced for root', () => {
    expect(waysToRun({ ...root, isRoot: false, forced: 'switch-user' })).toEqual([{ kind: 'direct' }]);
  });

  it('tries a user namespace first, then other users in their order', () => {
    expect(waysToRun(root)).toEqual([unshare, asPostgres, asNobody]);
  });

  it('knows no user namespaces outside Linux', () => {
    expect(waysToRun({ ...root, platform: 'darwin' })).toEqual([asPostgres, asNobody]);
  });

  it('keeps to the forced one', () => {
    expect(waysToRun({ ...root, forced: 'unshare' })).toEqual([unshare]);
    expect(waysToRun({ ...root, forced: 'switch-user' })).toEqual([asPostgres, asNobody]);
  });

  it('has none for a root without other users who may not use namespaces', () => {
    expect(waysToRun({ ...root, users: [], forced: 'switch-user' })).toEqual([]);
  });
});
