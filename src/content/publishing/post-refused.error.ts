import type { EndReason } from './publication-journal.js';

/** A rule of TikTok's that we know of stands against this post: it ends before anything was sent. */
export class PostRefusedError extends Error {
  constructor(readonly reason: EndReason) {
    super(reason.message ?? String(reason.code));
    this.name = 'PostRefusedError';
  }
}
