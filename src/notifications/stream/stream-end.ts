const DETAILS = {
  token_expired: 'The token has expired. Connect again with a new one and the last id in Last-Event-ID.',
  lifetime_over: 'A stream lasts 15 minutes. Connect again with the last id in Last-Event-ID.',
  stopping: 'The service is stopping. Connect again with the last id in Last-Event-ID.',
};

/** Why the service ends a stream, as its reader is told. */
export class StreamEnd {
  readonly detail: string;

  constructor(readonly reason: keyof typeof DETAILS) {
    this.detail = DETAILS[reason];
  }
}
