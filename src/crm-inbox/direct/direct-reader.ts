import { Injectable } from '@nestjs/common';
import { OrgContext, queryRows } from '../../database/index.js';
import { Windows } from '../window/windows.js';
import { readThreads } from './direct-threads.js';
import { toDirectView, type DirectView } from './dto/direct.view.js';
import { reactionsOf } from './reactions.js';

/** A conversation of direct messages. */
export interface DirectConversation {
  id: string;
  integrationId: string;
  /** TikTok's id of the conversation. */
  threadKey: string;
}

const DIRECT = `
  SELECT id, integration_id AS "integrationId", thread_key AS "threadKey" FROM conversations
  WHERE id = $1 AND kind = 'message'`;

/** Reads what only direct messages have. */
@Injectable()
export class DirectReader {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly windows: Windows,
  ) {}

  /** @returns null for other kinds of conversations */
  async find(conversationId: string): Promise<DirectView | null> {
    const [found] = await this.orgContext.transaction((em) =>
      queryRows<DirectConversation>(em, DIRECT, [conversationId]),
    );
    return found ? await this.read(found) : null;
  }

  async read(conversation: DirectConversation): Promise<DirectView> {
    const { integrationId, threadKey } = conversation;
    return await this.orgContext.transaction(async (em) => {
      const threads = await readThreads(em, integrationId, [threadKey]);
      const reactions = await reactionsOf(em, integrationId, threadKey);
      return toDirectView(await this.windows.of(em, conversation), threads.get(threadKey), reactions);
    });
  }
}
