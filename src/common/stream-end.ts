import { eventFrame } from './sse-frame.js';

const DETAILS = {
  token_expired: 'The token has expired. Connect again with a new one',
  lifetime_over: 'Streams end after 15 min. Connect again',
  stopping: 'The service is stopping. Connect again',
};

/** The reason for which the service ends an event stream, as sent to the client. */
export class StreamEnd {
  readonly detail: string;

  /** @param how what to send when connecting again, e.g. ` with the last id in Last-Event-ID` */
  constructor(
    readonly reason: keyof typeof DETAILS,
    how = '',
  ) {
    this.detail = `${DETAILS[reason]}${how}.`;
  }
}

/** The last frame of a stream. None follows for a client that has disconnected. */
export function endFrames({ reason }: { readonly reason: unknown }): string[] {
  return reason instanceof StreamEnd ? [eventFrame({ event: 'end', data: JSON.stringify(reason) })] : [];
}
