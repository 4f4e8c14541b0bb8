import type { WindowRules } from '../../config/index.js';

/** What the window of a conversation follows from. Counts are of the account's messages since the person's last one. */
export interface WindowState {
  firstInboundAt: Date | null;
  lastInboundAt: Date | null;
  /** True once the person has written after a message of the account. */
  repliedSinceFirst: boolean;
  /** Sent within the hours of the window. */
  sentInWindow: number;
  /** Sent after they were over. */
  sentLate: number;
  /** When TikTok last refused a message by its rules (40064). */
  blockedAt: Date | null;
}

export const WINDOW_PHASES = ['not_started', 'first', 'answered', 'late'] as const;
export type WindowPhase = (typeof WINDOW_PHASES)[number];

export const WINDOW_REASONS = [
  'unknown_person',
  'person_has_not_written',
  'blocked_by_tiktok',
  'limit_reached',
  'window_over',
] as const;
export type WindowReason = (typeof WINDOW_REASONS)[number];

/** Whether the account may write now. */
export interface MessagingWindow {
  phase: WindowPhase;
  isOpen: boolean;
  /** Why it is closed. */
  reason: WindowReason | null;
  /** When the phase ends; null in a phase that only a message of the person ends. */
  openUntil: Date | null;
  /** Null if unlimited. */
  messagesLeft: number | null;
}

const HOUR_MS = 3_600_000;

/**
 * Applies the rules to a state. Pure. TikTok publishes neither a number nor the window of a conversation, so this is an
 * estimate; a refusal by TikTok (40064) overrides it until the person writes.
 */
export function messagingWindow(state: WindowState, rules: WindowRules, now: Date): MessagingWindow {
  const { lastInboundAt, blockedAt } = state;
  if (!lastInboundAt) return closed('not_started', 'person_has_not_written');
  const ends = new Date(lastInboundAt.getTime() + rules.hours * HOUR_MS);
  const phase = phaseOf(state, ends, now);
  if (blockedAt && blockedAt >= lastInboundAt) return closed(phase, 'blocked_by_tiktok');
  const limit = rules.limits[phase];
  const sent = phase === 'late' ? state.sentLate : state.sentInWindow;
  const messagesLeft = limit === null ? null : Math.max(0, limit - sent);
  if (messagesLeft === 0)
    return closed(phase, phase === 'late' && limit === 0 ? 'window_over' : 'limit_reached');
  const openUntil = phase === 'late' ? null : ends;
  return { phase, isOpen: true, reason: null, openUntil, messagesLeft };
}

function phaseOf(
  { repliedSinceFirst }: WindowState,
  ends: Date,
  now: Date,
): Exclude<WindowPhase, 'not_started'> {
  if (now > ends) return 'late';
  return repliedSinceFirst ? 'answered' : 'first';
}

function closed(phase: WindowPhase, reason: WindowReason): MessagingWindow {
  return { phase, isOpen: false, reason, openUntil: null, messagesLeft: 0 };
}
