import type { Refusal } from '../../tiktok/index.js';

/** Why a publication ended. Without a message, the error catalogue has one. */
export interface EndReason extends Refusal {
  message?: string;
}

/** The post breaks a rule of TikTok's that we know, so it ends before anything is sent. */
export class PostRefusedError extends Error {
  constructor(readonly reason: EndReason) {
    super(reason.message ?? String(reason.code));
    this.name = 'PostRefusedError';
  }
}
