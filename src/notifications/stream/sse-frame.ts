// https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream

/**
 * Writes one event. The data may have several lines; id and event name must not.
 * @param event without an id, the reader's Last-Event-ID stays as it is
 */
export function eventFrame(event: { id?: string; event: string; data: string }): string {
  const lines = event.data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  const id = event.id === undefined ? '' : `id: ${event.id}\n`;
  return `${id}event: ${event.event}\n${lines.join('')}\n`;
}

/** What readers skip: it keeps the connection alive and shows a dead one. */
export function commentFrame(text: string): string {
  return `: ${text}\n\n`;
}

/** How long readers wait before they connect again. */
export function retryFrame(milliseconds: number): string {
  return `retry: ${milliseconds}\n\n`;
}
