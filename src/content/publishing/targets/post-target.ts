import type { IntegrationRef } from '../../../integrations/index.js';
import type { Publication } from '../../post/publication.entity.js';
import type { ChunkPlan } from '../chunk-plan.js';

/** TikTok's answer to init, not validated yet. */
export interface InitAnswer {
  publishId: unknown;
  /** Where and how to send the bytes; absent when TikTok fetches the files. */
  upload?: { url: unknown; plan: ChunkPlan };
}

/** A validated post, ready to send. */
export interface PreparedPost {
  /** Sends init, the only call that starts a post. Call it once, after the journal has noted it. */
  sendInit(): Promise<InitAnswer>;
  /** True if the file can be cut differently, in case TikTok rejects the chunk sizes. */
  hasOtherPlan?: boolean;
}

/** A TikTok API that posts can be sent to. */
export interface PostTarget {
  /**
   * Runs every check that could stop the post. Starts nothing.
   * @throws PostRefusedError, or TikTok's refusal
   */
  prepare(publication: Publication, integration: IntegrationRef): Promise<PreparedPost>;
}
