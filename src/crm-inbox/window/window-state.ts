import type { WindowState } from './messaging-window.js';

/** A message as the window counts it. */
export interface CountedMessage {
  direction: 'in' | 'out';
  at: Date;
}

const HOUR_MS = 3_600_000;

/** Derives the state from the messages in any order, so that webhooks and polls in any order lead to the same window. */
export function windowState(
  messages: readonly CountedMessage[],
  hours: number,
  blockedAt: Date | null,
): WindowState {
  const times = (direction: CountedMessage['direction']) =>
    messages.filter((one) => one.direction === direction).map(({ at }) => at.getTime());
  const heard = times('in');
  const sent = times('out');
  const first = heard.length === 0 ? null : Math.min(...heard);
  const last = heard.length === 0 ? null : Math.max(...heard);
  const since = last === null ? [] : sent.filter((at) => at > last);
  const ends = (last ?? 0) + hours * HOUR_MS;
  return {
    firstInboundAt: first === null ? null : new Date(first),
    lastInboundAt: last === null ? null : new Date(last),
    repliedSinceFirst: last !== null && sent.some((at) => at < last),
    sentInWindow: since.filter((at) => at <= ends).length,
    sentLate: since.filter((at) => at > ends).length,
    blockedAt,
  };
}
