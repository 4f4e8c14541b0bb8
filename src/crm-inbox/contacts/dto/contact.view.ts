export class CrmContactView {
  /** @format uuid */
  id: string;

  /** TikTok's key of the person, the same in comments and messages. Null after an erasure. */
  personKey: string | null;

  /** Null if TikTok has not shown it, and after an erasure. */
  name: string | null;

  /** Without the at sign. Null if TikTok has not shown it, and after an erasure. */
  username: string | null;

  /** A link that expires. */
  picture: string | null;

  /** When the first stored message was sent. */
  firstSeenAt: Date;

  /** When the newest stored message was sent. */
  lastSeenAt: Date;

  /** When the contact was erased. */
  erasedAt: Date | null;
}

export class ErasedContactView {
  contact: CrmContactView;

  /** How many messages lost their text and author. */
  erasedMessages: number;
}
