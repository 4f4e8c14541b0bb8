import type { SeededProfile } from './seeded-profile.js';
import type { Video } from './video.js';

/** A requested page of a profile. */
export interface PageQuery {
  /** Only videos older than this, ms. */
  readonly before: number;
  readonly count: number;
  readonly publicOnly: boolean;
}

/** One account's videos: seeded ones, those posted since, and the changes to them. */
export class Profile {
  /** Newest first; all are newer than the seeded ones. */
  posted: Video[] = [];
  /** Seeded videos that are not public, and deleted ones. */
  readonly hidden = new Set<string>();
  readonly deleted = new Set<string>();

  constructor(readonly seeded: SeededProfile | undefined) {}

  get count(): number {
    return this.posted.length + (this.seeded?.count ?? 0) - this.deleted.size;
  }

  get publicCount(): number {
    return this.count - this.hidden.size - this.posted.filter((video) => !video.public).length;
  }

  add(video: Video): void {
    const index = this.posted.findIndex((other) => other.createdAt <= video.createdAt);
    this.posted.splice(index === -1 ? this.posted.length : index, 0, video);
  }

  page({ before, count, publicOnly }: PageQuery): Video[] {
    const page: Video[] = [];
    for (const video of this.from(before)) {
      if (page.length === count) break;
      if (video.public || !publicOnly) page.push(video);
    }
    return page;
  }

  /** A seeded video as it is now. */
  current(video: Video): Video | undefined {
    if (this.deleted.has(video.id)) return undefined;
    return this.hidden.has(video.id) ? { ...video, public: false } : video;
  }

  /** @returns true if the video existed */
  remove(id: string): boolean {
    const index = this.posted.findIndex((video) => video.id === id);
    if (index !== -1) return this.posted.splice(index, 1).length === 1;
    this.hidden.delete(id);
    const isNews = !this.deleted.has(id);
    this.deleted.add(id);
    return isNews;
  }

  setPublic(id: string, isPublic: boolean): void {
    const index = this.posted.findIndex((video) => video.id === id);
    const posted = this.posted[index];
    if (posted) this.posted[index] = { ...posted, public: isPublic };
    else if (isPublic) this.hidden.delete(id);
    else this.hidden.add(id);
  }

  private *from(before: number): Generator<Video> {
    for (const video of this.posted) if (video.createdAt < before) yield video;
    if (!this.seeded) return;
    for (let index = this.seeded.firstOlderThan(before); index < this.seeded.count; index += 1) {
      const video = this.current(this.seeded.at(index));
      if (video) yield video;
    }
  }
}
