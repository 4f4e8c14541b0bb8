import { cutText } from '../../common/index.js';
import type { AdAccountRef } from '../../integrations/index.js';

/** The longest title of a notification. */
const MOST = 60;

/** Names the account and what is the matter, in at most 60 characters. A long name is cut. */
export function accountTitle({ name, accountId }: AdAccountRef, matter: string): string {
  return `${cutText(name ?? accountId, MOST - matter.length - 2)}: ${matter}`;
}
