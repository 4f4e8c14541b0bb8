import type { Publication } from './publication.js';

const DAY_MS = 86_400_000;

/** All publications in the order of their init. */
export class PublicationStore {
  private readonly byId = new Map<string, Publication>();
  private readonly byUser = new Map<string, Publication[]>();

  add(publication: Publication): void {
    this.byId.set(publication.id, publication);
    const list = this.byUser.get(publication.username);
    if (list) list.push(publication);
    else this.byUser.set(publication.username, [publication]);
  }

  get(id: string): Publication | undefined {
    return this.byId.get(id);
  }

  all(): Publication[] {
    return [...this.byId.values()];
  }

  get count(): number {
    return this.byId.size;
  }

  /** Newest first. */
  latest(limit: number): Publication[] {
    return this.all().slice(-limit).toReversed();
  }

  of(username: string): readonly Publication[] {
    return this.byUser.get(username) ?? [];
  }

  /** One creator's publications of the last 24 hours that have not failed. */
  ofLastDay(username: string, nowMs: number): Publication[] {
    return this.of(username).filter((one) => isRecent(one, nowMs));
  }

  /** Creators with such publications. */
  usersOfLastDay(nowMs: number): Set<string> {
    const users = new Set<string>();
    for (const [username, list] of this.byUser)
      if (list.some((one) => isRecent(one, nowMs))) users.add(username);
    return users;
  }
}

function isRecent(publication: Publication, nowMs: number): boolean {
  return publication.createdAt > nowMs - DAY_MS && publication.status !== 'FAILED';
}
