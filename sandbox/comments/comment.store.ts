import type { Comment } from './comment.js';

/** All comments, by id and by video in the order of their arrival. */
export class CommentStore {
  private readonly byId = new Map<string, Comment>();
  private readonly byVideo = new Map<string, Comment[]>();

  add(comment: Comment): void {
    this.byId.set(comment.id, comment);
    const list = this.byVideo.get(comment.videoId);
    if (list) list.push(comment);
    else this.byVideo.set(comment.videoId, [comment]);
  }

  get(id: string): Comment | undefined {
    return this.byId.get(id);
  }

  all(): Comment[] {
    return [...this.byId.values()];
  }

  of(videoId: string): readonly Comment[] {
    return this.byVideo.get(videoId) ?? [];
  }
}
