import type { Refusal } from '../../tiktok/index.js';

/** Why a publication ended. Whoever has a sentence of its own gives it; otherwise the error catalogue has one. */
export interface EndReason extends Refusal {
  message?: string;
}

/** A rule of TikTok's that we know of stands against this post: it ends before anything was sent. */
export class PostRefusedError extends Error {
  constructor(readonly reason: EndReason) {
    super(reason.message ?? String(reason.code));
    this.name = 'PostRefusedError';
  }
}
