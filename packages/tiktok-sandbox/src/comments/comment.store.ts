import type { VideoStore } from '../videos/video.store.js';
import type { Video } from '../videos/video.js';
import type { Comment } from './comment.js';
import { SeededComments } from './seeded-comments.js';

export type CommentChange = Partial<Omit<Comment, 'id' | 'videoId'>>;

/** All comments. Seeded ones are computed on demand; only later changes are stored. */
export class CommentStore {
  private readonly seeded: SeededComments;
  private readonly written = new Map<string, Comment>();
  private readonly writtenUnder = new Map<string, string[]>();
  private readonly changes = new Map<string, CommentChange>();
  private readonly removed = new Map<string, string>();
  private readonly removedUnder = new Map<string, number>();

  constructor(
    seed: number,
    private readonly videos: VideoStore,
  ) {
    this.seeded = new SeededComments(seed, (ordinal) => videos.seededProfile(ordinal));
  }

  add(comment: Comment): void {
    this.written.set(comment.id, comment);
    const list = this.writtenUnder.get(comment.videoId);
    if (list) list.push(comment.id);
    else this.writtenUnder.set(comment.videoId, [comment.id]);
  }

  get(id: string): Comment | undefined {
    const comment = this.written.get(id) ?? this.seeded.find(id);
    // A deleted video takes its comments with it.
    return comment && this.videos.get(comment.videoId) ? this.current(comment) : undefined;
  }

  /** @returns the comment as changed */
  change(id: string, change: CommentChange): Comment | undefined {
    if (!this.get(id)) return undefined;
    this.changes.set(id, { ...this.changes.get(id), ...change });
    return this.get(id);
  }

  /** Deletes a comment and its replies. @returns the deleted ones */
  remove(id: string): Comment[] {
    const comment = this.get(id);
    if (!comment) return [];
    const replies = this.of(comment.videoId).filter((other) => other.parentId === id);
    for (const gone of [comment, ...replies]) this.forget(gone.id, gone.videoId);
    return [comment, ...replies];
  }

  /** The comments under a video: the seeded ones, then the others in the order of their creation. */
  of(videoId: string): Comment[] {
    const video = this.videos.get(videoId);
    if (!video) return [];
    const profile = this.videos.seededProfileOf(video);
    const seeded = profile ? this.seeded.under(video, profile) : [];
    const written = (this.writtenUnder.get(videoId) ?? []).flatMap((id) => this.written.get(id) ?? []);
    return [...seeded, ...written].flatMap((comment) => this.current(comment) ?? []);
  }

  /** What an account has written since the world was seeded. */
  writtenBy(username: string): Comment[] {
    return [...this.written.values()].filter((comment) => comment.username === username);
  }

  /** Counts them without computing any. */
  countUnder(video: Video): number {
    const seeded = this.videos.seededProfileOf(video)?.seed.comments ?? 0;
    const written = this.writtenUnder.get(video.id)?.length ?? 0;
    return seeded + written - (this.removedUnder.get(video.id) ?? 0);
  }

  /** The changes since the world was seeded. */
  happened(): { written: Comment[]; changes: [string, CommentChange][]; removed: [string, string][] } {
    return {
      written: [...this.written.values()],
      changes: [...this.changes],
      removed: [...this.removed],
    };
  }

  recall(happened: ReturnType<CommentStore['happened']>): void {
    for (const comment of happened.written) this.add(comment);
    for (const [id, change] of happened.changes) this.changes.set(id, change);
    for (const [id, videoId] of happened.removed) this.forget(id, videoId);
  }

  private current(comment: Comment): Comment | undefined {
    if (this.removed.has(comment.id)) return undefined;
    const change = this.changes.get(comment.id);
    return change ? { ...comment, ...change } : comment;
  }

  private forget(id: string, videoId: string): void {
    this.removed.set(id, videoId);
    this.removedUnder.set(videoId, (this.removedUnder.get(videoId) ?? 0) + 1);
  }
}
