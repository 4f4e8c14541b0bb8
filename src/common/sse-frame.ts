// https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream

/**
 * Formats an event. Only the data may contain line breaks.
 * @param event without an id, the client's Last-Event-ID does not change
 */
export function eventFrame(event: { id?: string; event: string; data: string }): string {
  const lines = event.data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  const id = event.id === undefined ? '' : `id: ${event.id}\n`;
  return `${id}event: ${event.event}\n${lines.join('')}\n`;
}

/** Formats a comment. Clients ignore it, but it keeps the connection alive and reveals a dead one. */
export function commentFrame(text: string): string {
  return `: ${text}\n\n`;
}

/** Formats the time that clients wait before they reconnect. */
export function retryFrame(milliseconds: number): string {
  return `retry: ${milliseconds}\n\n`;
}
