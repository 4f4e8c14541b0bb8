import { Injectable } from '@nestjs/common';
import { ForbiddenError } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { AdAccountAccess, callerOf } from '../../integrations/index.js';
import type { AdCaller } from '../../tiktok/index.js';
import type { AdPlacement } from '../facts/ad-placement.js';
import { cannotAnswer } from './ad-answer.js';

// A message without its facts is of an older version, which knew comments on posts only.
const IS_OWN_POST = `
  SELECT EXISTS (
    SELECT FROM messages m WHERE m.conversation_id = $1
      AND (m.facts IS NULL OR NOT m.facts ? 'ads' OR m.facts ? 'organic' OR m.ads @> '[{"isOwnPost": true}]')
  ) AS "isOwnPost"`;

/** What can act on comments under ads: the ad accounts, and the account that owns the post. */
@Injectable()
export class AdWays {
  constructor(
    private readonly access: AdAccountAccess,
    private readonly orgContext: OrgContext,
  ) {}

  /** The ad accounts among these that the organisation may use. */
  async connected(placements: readonly AdPlacement[]): Promise<Set<string>> {
    if (placements.length === 0) return new Set();
    return new Set((await this.access.all()).map(({ accountId }) => accountId));
  }

  /** A user waits for these calls. @throws ConflictError for an account that is no longer connected */
  async callerOf(accountId: string): Promise<AdCaller> {
    try {
      return callerOf(await this.access.find(accountId), 'interactive');
    } catch (error) {
      if (error instanceof ForbiddenError) throw cannotAnswer('not_connected');
      throw error;
    }
  }

  /** True if the post belongs to the account whose inbox has the conversation, so that this account may act, too. */
  async isOwnPost(conversationId: string): Promise<boolean> {
    const [row] = await this.orgContext.transaction((em) =>
      queryRows<{ isOwnPost: boolean }>(em, IS_OWN_POST, [conversationId]),
    );
    return row?.isOwnPost === true;
  }
}
