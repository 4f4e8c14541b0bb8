import { namedUuid } from '../ids.js';

/** How a business account knows a commenter. */
export function viewerIdentifier(username: string): string {
  return namedUuid(`viewer/${username}`);
}
