import type { IntegrationRef } from '../../../integrations/index.js';
import type { Publication } from '../../post/publication.entity.js';
import type { ChunkPlan } from '../chunk-plan.js';

/** What TikTok answered to an init; nothing of it has been believed yet. */
export interface BegunPost {
  publishId: unknown;
  /** How its bytes go there; absent when TikTok fetches them itself. */
  upload?: { url: unknown; plan: ChunkPlan };
}

/** A post that nothing stands against any more. */
export interface PreparedPost {
  /** Sends init, the only call that begins a post: to be called once, after the journal has said so. */
  begin(): Promise<BegunPost>;
  /** The file can be cut in another way, should TikTok refuse this one. */
  hasOtherPlan?: boolean;
}

/** One way in which a post can begin at TikTok. */
export interface PostWay {
  /**
   * Asks and checks everything that may stand against it; nothing has begun afterwards.
   * @throws PostRefusedError, or what TikTok was asked for and refused
   */
  prepare(publication: Publication, integration: IntegrationRef): Promise<PreparedPost>;
}
