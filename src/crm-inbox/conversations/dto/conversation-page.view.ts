import { CrmConversationView } from './conversation.view.js';

/** A page of the inbox. */
export class ConversationPage {
  items: CrmConversationView[];

  /** Absent on the last page. */
  nextCursor?: string;

  /**
   * Present if a search by `q` stopped here, because its time was over: `items` has what it has found by then, perhaps nothing.
   * Conversations without a message since then have not been searched. Continue with `nextCursor`.
   */
  searchedBackTo?: Date;
}
