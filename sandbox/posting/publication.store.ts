import type { Publication } from './publication.js';

const DAY_MS = 86_400_000;

/** All publications in the order of their init. */
export class PublicationStore {
  private readonly byId = new Map<string, Publication>();

  add(publication: Publication): void {
    this.byId.set(publication.id, publication);
  }

  get(id: string): Publication | undefined {
    return this.byId.get(id);
  }

  all(): Publication[] {
    return [...this.byId.values()];
  }

  /** Those of the last 24 hours that have not failed. */
  ofLastDay(nowMs: number): Publication[] {
    return this.all().filter((one) => one.createdAt > nowMs - DAY_MS && one.status !== 'FAILED');
  }
}
