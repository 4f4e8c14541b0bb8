import { readFile } from 'node:fs/promises';

export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const SERVICE_USERS = ['postgres', '_postgres', 'nobody'];

export function parsePasswd(text: string): SystemUser[] {
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && Number.isInteger(uid) && Number.isInteger(gid));
}

/**
 * Whom root may run Postgres as. First the user the folder lies with: `sudo npm start` in somebody's private home
 * works only as that person.
 */
export function unprivilegedUsers(all: readonly SystemUser[], folderOwner: number): SystemUser[] {
  const owner = all.filter(({ uid }) => uid === folderOwner);
  const services = SERVICE_USERS.flatMap((wanted) => all.filter(({ name }) => name === wanted));
  const unique = new Set([...owner, ...services]);
  return [...unique].filter(({ uid }) => uid > 0);
}

export async function readSystemUsers(): Promise<SystemUser[]> {
  return parsePasswd(await readFile('/etc/passwd', 'utf8').catch(() => ''));
}
