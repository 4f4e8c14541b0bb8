import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

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
 * Whom root may run Postgres as. First the person in whose home the folder lies: `sudo npm start` in a private home
 * works only as that person.
 */
export function unprivilegedUsers(all: readonly SystemUser[], homeOwner: number): SystemUser[] {
  const owner = all.filter(({ uid }) => uid === homeOwner);
  const services = SERVICE_USERS.flatMap((wanted) => all.filter(({ name }) => name === wanted));
  const unique = new Set([...owner, ...services]);
  return [...unique].filter(({ uid }) => uid > 0);
}

/** Who owns the folder or, because root may have made it, the nearest one above that is not root's. */
export async function homeOwnerOf(folder: string): Promise<number> {
  const { uid } = await stat(folder);
  const above = path.dirname(folder);
  return uid !== 0 || above === folder ? uid : homeOwnerOf(above);
}

export async function readSystemUsers(): Promise<SystemUser[]> {
  return parsePasswd(await readFile('/etc/passwd', 'utf8').catch(() => ''));
}
