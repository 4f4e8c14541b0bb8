import { describe, expect, it } from '@jest/globals';
import { parsePasswd, unprivilegedUsers } from './system-users.js';

const PASSWD = `root:x:0:0:root:/root:/bin/bash
# a comment
alice:x:1000:1000:Alice,,,:/home/alice:/bin/bash
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin

postgres:x:101:104::/var/lib/postgresql:/bin/bash
`;
const users = parsePasswd(PASSWD);
const names = (homeOwner: number) => unprivilegedUsers(users, homeOwner).map(({ name }) => name);

describe('Users root may switch to', () => {
  it('are read from /etc/passwd, whatever else stands in it', () => {
    expect(users.find(({ name }) => name === 'postgres')).toEqual({ name: 'postgres', uid: 101, gid: 104 });
    expect(users.map(({ name }) => name)).toEqual(['root', 'alice', 'nobody', 'postgres']);
  });

  it('are postgres, then nobody', () => {
    expect(names(0)).toEqual(['postgres', 'nobody']);
  });

  it('start with the person in whose home the data lie', () => {
    expect(names(1000)).toEqual(['alice', 'postgres', 'nobody']);
  });

  it('name nobody twice, and never the -2 of macOS, which no process can become', () => {
    expect(names(101)).toEqual(['postgres', 'nobody']);
    expect(unprivilegedUsers(parsePasswd('nobody:*:-2:-2::/:/usr/bin/false'), 0)).toEqual([]);
  });
});
