import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import { DirectPoll } from '../../../crm-inbox/index.js';
import { IntegrationsService } from '../../../integrations/index.js';
import {
  MessageApi,
  TikTokApiError,
  type BusinessAccount,
  type ConversationType,
  type ListedConversation,
  type MessageList,
} from '../../../tiktok/index.js';
import { isRefusedItem } from '../refused-item.js';
import { SyncsKind, type KindResult, type KindRun } from '../../runs/syncs-kind.js';
import { nextList, nextPage, placeText, readPlace, type MessagesPlace } from './messages-place.js';

const MINUTE_MS = 60_000;
const NO_PERMISSION = '40001';

/** What a run has found that no webhook announced. */
interface Found {
  missed: number;
  gaps: number;
}

/** Reads the direct messages that no webhook has brought. Continues where a killed run stopped. */
@Injectable()
export class MessagesSync {
  constructor(
    private readonly config: AppConfig,
    private readonly messages: MessageApi,
    private readonly poll: DirectPoll,
    private readonly integrations: IntegrationsService,
    private readonly clock: Clock,
  ) {}

  @SyncsKind('messages')
  async run(kindRun: KindRun): Promise<KindResult> {
    const { id, consents } = kindRun.integration;
    if (!consents.account) throw new Error('an account that can read messages has no consent');
    const account = { credentialId: consents.account.credentialId, businessId: consents.account.subject };
    try {
      const complete = await this.readAll(kindRun, account);
      const pause = this.config.messages.pollMinutes * MINUTE_MS;
      return { complete, nextDueAt: new Date(this.clock.now().getTime() + pause) };
    } catch (error) {
      if (!isNoPermission(error)) throw error;
      await this.integrations.noteMessaging(id, error.tiktokMessage || 'no reason given');
      // The capability now says why, and what to do.
      (await this.integrations.load(id)).assertCan('read_messages');
      throw error;
    }
  }

  /** @returns false if TikTok has cut a list short */
  private async readAll(kindRun: KindRun, account: BusinessAccount): Promise<boolean> {
    const found: Found = { missed: 0, gaps: 0 };
    let complete = true;
    for (let place: MessagesPlace | undefined = readPlace(kindRun.run.cursor); place;) {
      const { conversations, ...page } = await this.messages.conversations(account, place.type, place.cursor);
      for (const listed of await this.poll.changedOf(kindRun.integration.id, conversations))
        await this.readOne(kindRun, account, { listed, place, found });
      const next = nextPage(place, page);
      if (next === 'cut') complete = false;
      place = next === 'cut' || !next ? nextList(place) : next;
      if (place) await kindRun.progress.save(placeText(place));
      kindRun.claim.signal.throwIfAborted();
    }
    return complete;
  }

  /** @returns undefined if TikTok refuses this one conversation */
  private async messagesOf(
    account: BusinessAccount,
    conversationId: string,
  ): Promise<MessageList | undefined> {
    try {
      return await this.messages.messages(account, conversationId);
    } catch (error) {
      // A missing permission for one conversation is not about the account, unlike one for the list.
      if (isRefusedItem(error) || isNoPermission(error)) return undefined;
      throw error;
    }
  }

  private async readOne(
    { integration, progress, claim }: KindRun,
    account: BusinessAccount,
    { listed, place, found }: { listed: ListedConversation; place: MessagesPlace; found: Found },
  ): Promise<void> {
    const readAt = this.clock.now();
    const list = await this.messagesOf(account, listed.conversation_id);
    if (!list) {
      progress.warn({ part: 'conversations', ...REFUSED });
      return;
    }
    const read = { listed, isRequest: isRequest(place.type), list, readAt };
    const { id, organisationId } = integration;
    progress.count({ stored: list.messages.length, skipped: 0 });
    await progress.save(placeText(place), async (em) => {
      const missed = await this.poll.store(em, { id, organisationId, businessId: account.businessId }, read);
      found.missed += missed.messages;
      if (missed.gap) found.gaps += 1;
    });
    if (found.missed > 0) progress.warn({ part: 'webhooks', ...missedWarning(found.missed) });
    if (found.gaps > 0) progress.warn({ part: 'history', ...gapWarning(found.gaps) });
    claim.signal.throwIfAborted();
  }
}

const REFUSED = {
  code: 'conversation_refused',
  message: 'TikTok refused to show a conversation, which may have been deleted. The others were read.',
};

function isNoPermission(error: unknown): error is TikTokApiError {
  return error instanceof TikTokApiError && error.code === NO_PERMISSION;
}

function isRequest(type: ConversationType): boolean {
  return type === 'STRANGER';
}

function missedWarning(count: number): { code: string; message: string } {
  return {
    code: 'messages_not_announced',
    message:
      `${count === 1 ? '1 direct message was' : `${count} direct messages were`} not announced by a webhook. Check that TikTok ` +
      'sends DIRECT_MESSAGE webhooks to this service.',
  };
}

function gapWarning(count: number): { code: string; message: string } {
  return {
    code: 'messages_lost',
    message:
      `${count === 1 ? '1 conversation has' : `${count} conversations have`} a gap: TikTok shows only the newest 20 messages, and no ` +
      'webhook has brought the earlier ones. Read them in the TikTok app.',
  };
}
