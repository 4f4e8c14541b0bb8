import type { MessagingWindow, WindowReason } from './messaging-window.js';

const REASONS: Record<WindowReason, string> = {
  unknown_person:
    'TikTok does not say who wrote this, because the person is in Europe. Answer in the TikTok app.',
  person_has_not_written:
    'TikTok allows a direct message only to a person who has written first. Wait until the person writes.',
  blocked_by_tiktok:
    'TikTok refused the last message by its messaging rules. Wait until the person writes again, or answer in the TikTok app.',
  limit_reached: 'TikTok allows no further message now. Wait until the person writes again.',
  window_over: 'The time to answer has passed. Wait until the person writes again.',
};

/** A sentence for the user, with what to do. */
export function windowText({ reason, messagesLeft, openUntil }: MessagingWindow): string {
  if (reason) return REASONS[reason];
  const count =
    messagesLeft === null
      ? 'any number of messages'
      : `${messagesLeft} ${messagesLeft === 1 ? 'message' : 'messages'}`;
  const end = openUntil ? `until ${openUntil.toISOString()}` : 'until the person writes again';
  return `You can send ${count} ${end}.`;
}
