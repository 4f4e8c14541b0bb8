import { BusinessError } from '../wire/business-error.js';
import type { BusinessSettings } from '../business-settings.js';
import type { Conversation } from './conversation.js';

const MINUTE_MS = 60_000;
const WINDOW_MS = 48 * 3_600_000;
const FIRST_REPLIES = 10;
const LATE_REPLIES = 3;

/**
 * Checks whether the owner may write now; the user always starts. `official`: ten messages after the first word, any
 * number once the person has answered, three after 48 hours of silence. `strict`: ten within 48 hours of each word.
 * @throws BusinessError 40064, which is also the code for a block and for speed
 */
export function requireOpenWindow(
  { messages, blocked }: Conversation,
  { messageWindow: rule, messagesPerMinute }: BusinessSettings,
  now: number,
): void {
  const recent = messages.filter(({ fromOwner, at }) => fromOwner && now - at < MINUTE_MS).length;
  if (blocked !== undefined || (messagesPerMinute > 0 && recent >= messagesPerMinute)) throw blockedByRules();
  if (rule === 'open') return;
  const heard = messages.findLastIndex(({ fromOwner }) => !fromOwner);
  const last = messages[heard];
  const since = messages.slice(heard + 1).filter(({ autoType }) => autoType === undefined);
  if (!last || !mayWrite()) throw blockedByRules();

  function mayWrite(): boolean {
    const isLate = now - (last?.at ?? 0) > WINDOW_MS;
    if (rule === 'strict') return !isLate && since.length < FIRST_REPLIES;
    if (isLate) return since.filter(({ at }) => at - (last?.at ?? 0) > WINDOW_MS).length < LATE_REPLIES;
    const hasAnswered = messages.slice(0, heard).some(({ fromOwner }) => fromOwner);
    return hasAnswered || since.length < FIRST_REPLIES;
  }
}

export const blockedByRules = (): BusinessError =>
  new BusinessError(40_064, 'The message is blocked by the messaging rules.');
