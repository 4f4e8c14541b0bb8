import { namedUuid } from '../ids.js';

/** A commenter's identity for a business account. */
export function viewerIdentifier(username: string): string {
  return namedUuid(`viewer/${username}`);
}
