const DETAILS = {
  token_expired: 'The token has expired. Connect again with a new one and the last id in Last-Event-ID.',
  lifetime_over: 'Streams end after 15 min. Connect again with the last id in Last-Event-ID.',
  stopping: 'The service is stopping. Connect again with the last id in Last-Event-ID.',
};

/** The reason for which the service ends a stream, as sent to the client. */
export class StreamEnd {
  readonly detail: string;

  constructor(readonly reason: keyof typeof DETAILS) {
    this.detail = DETAILS[reason];
  }
}
