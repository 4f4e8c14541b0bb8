import type { Video } from './video.js';

/** All videos: by id, and by account with the newest first. */
export class VideoStore {
  private readonly byId = new Map<string, Video>();
  private readonly byAccount = new Map<string, Video[]>();

  add(video: Video): void {
    this.byId.set(video.id, video);
    const list = this.byAccount.get(video.username) ?? [];
    const index = list.findIndex((other) => other.createdAt <= video.createdAt);
    list.splice(index === -1 ? list.length : index, 0, video);
    this.byAccount.set(video.username, list);
  }

  /** Adds videos that are already in order and older than all the account has: the way to seed many. */
  append(username: string, videos: readonly Video[]): void {
    const list = this.byAccount.get(username) ?? [];
    for (const video of videos) {
      this.byId.set(video.id, video);
      list.push(video);
    }
    this.byAccount.set(username, list);
  }

  get(id: string): Video | undefined {
    return this.byId.get(id);
  }

  of(username: string): readonly Video[] {
    return this.byAccount.get(username) ?? [];
  }

  publicOf(username: string): Video[] {
    return this.of(username).filter((video) => video.public);
  }
}
