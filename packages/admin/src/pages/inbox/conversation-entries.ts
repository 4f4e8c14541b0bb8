import type { CrmMessageView, OutgoingView, TimelineEventView } from 'tiktok-connector-client';

/** A line of an opened conversation. */
export type Entry =
  | { kind: 'message'; id: string; at: string; message: CrmMessageView }
  | { kind: 'event'; id: string; at: string; event: TimelineEventView }
  | { kind: 'outgoing'; id: string; at: string; outgoing: OutgoingView };

/** Messages, what happened to them, and replies that TikTok has not confirmed, in the order of time. */
export function entriesOf(
  messages: CrmMessageView[],
  timeline: TimelineEventView[],
  unconfirmed: OutgoingView[],
): Entry[] {
  const first = messages.reduce((at, { sentAt }) => Math.min(at, Date.parse(sentAt)), Infinity);
  const entries: Entry[] = [
    ...messages.map((message): Entry => ({ kind: 'message', id: message.id, at: message.sentAt, message })),
    ...timeline
      // Older events belong to messages that are not loaded.
      .filter(({ at }) => Date.parse(at) >= first)
      .map((event): Entry => ({ kind: 'event', id: event.id, at: event.at, event })),
    ...unconfirmed.map((outgoing): Entry => ({
      kind: 'outgoing',
      id: outgoing.id,
      at: outgoing.createdAt,
      outgoing,
    })),
  ];
  return entries.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
