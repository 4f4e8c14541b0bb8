import type { ConversationStatus } from '../../conversation.entity.js';
import type { AdPlacement } from '../../facts/ad-placement.js';
import type { ConversationKind } from '../../facts/message-fact.js';

/** The person who started a conversation. */
export class ConversationContactView {
  /** @format uuid */
  id: string;

  /** Null if TikTok has not shown it. */
  name: string | null;

  /** Without the at sign. Null if TikTok has not shown it. */
  username: string | null;

  /** A link that expires. */
  picture: string | null;
}

/** The ad that showed the comments. Ids and names are null where TikTok does not show them, as for Upgraded Smart+. */
export class ConversationAdView {
  /**
   * TikTok's advertiser id.
   * @example "7400000000000000002"
   */
  accountId: string;

  adGroupId: string;

  adGroupName: string | null;

  adId: string | null;

  adName: string | null;

  campaignId: string | null;

  campaignName: string | null;
}

export class CrmConversationView {
  /** @format uuid */
  id: string;

  /** @format uuid */
  integrationId: string;

  /** `comment`: comments under a post. `ad_comment`: comments under an ad. `message`: direct messages. */
  kind: ConversationKind;

  /** The post, which may exist for an ad only; null for direct messages. */
  videoId: string | null;

  /** Null for conversations that no ad shows. If several ads show the post, it is one of them, always the same. */
  ad: ConversationAdView | null;

  /** The comment that starts the thread; null for direct messages. */
  rootCommentId: string | null;

  /** A new message of a person reopens a closed conversation. */
  status: ConversationStatus;

  /** The user who answers; null if the conversation is not assigned. */
  assignee: string | null;

  /** Messages of persons that no user has read. */
  unreadCount: number;

  /** Null if no user has read it yet. */
  lastReadAt: Date | null;

  /** Null if TikTok does not say who it is, or after an erasure. */
  contact: ConversationContactView | null;

  lastMessageAt: Date;

  /** The beginning of the newest message; null without a text. */
  lastMessageText: string | null;

  /** `out`: the account wrote the newest message. */
  lastMessageDirection: 'in' | 'out' | null;

  /** When a person last wrote. */
  lastInboundAt: Date | null;

  /** When the account last wrote. */
  lastOutboundAt: Date | null;
}

/** A conversation with its contact, as it is read from the database. */
export type ConversationRow = Omit<CrmConversationView, 'contact' | 'ad'> & {
  ad: AdPlacement | null;
  changeId: string;
  contactId: string | null;
  contactName: string | null;
  contactUsername: string | null;
  contactPicture: string | null;
};

export function toCrmConversationView(row: ConversationRow): CrmConversationView {
  const { changeId: _, contactId, contactName, contactUsername, contactPicture, ...rest } = row;
  const contact =
    contactId === null
      ? null
      : { id: contactId, name: contactName, username: contactUsername, picture: contactPicture };
  return { ...rest, ad: row.ad && toAdView(row.ad), contact };
}

function toAdView(ad: AdPlacement): ConversationAdView {
  const { accountId, adGroupId, adGroupName, adId, adName, campaignId, campaignName } = ad;
  return { accountId, adGroupId, adGroupName, adId, adName, campaignId, campaignName };
}
