import type { MessagingWindow, WindowPhase, WindowReason } from '../messaging-window.js';
import { windowText } from '../window-text.js';

export class MessagingWindowView {
  /** True if you may write now. TikTok may still refuse: it does not publish its rules in full. */
  isOpen: boolean;

  /** The same as a sentence to show to the user, with what to do. */
  text: string;

  /**
   * `not_started`: the person has not written. `first`: the person has not yet answered you. `answered`: the person has. `late`: the
   * hours to answer are over.
   */
  phase: WindowPhase;

  /**
   * Why it is closed. `unknown_person`: the person is in Europe, and TikTok does not say who it is. `person_has_not_written`: you
   * cannot write first. `blocked_by_tiktok`: TikTok has refused a message. `limit_reached`: all messages are used. `window_over`: the
   * hours are over. Null if it is open.
   */
  reason: WindowReason | null;

  /** When this phase ends. Null if only a message of the person ends it. */
  openUntil: Date | null;

  /** Null if there is no limit. */
  messagesLeft: number | null;
}

export function toWindowView(window: MessagingWindow): MessagingWindowView {
  const { isOpen, phase, reason, openUntil, messagesLeft } = window;
  return { isOpen, text: windowText(window), phase, reason, openUntil, messagesLeft };
}
