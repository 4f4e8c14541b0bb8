/** One event before it is signed and sent. */
export interface WebhookEvent {
  readonly clientKey: string;
  /** Signs the body. */
  readonly secret: string;
  readonly event: string;
  /** Unix seconds. */
  readonly createTime: number;
  /** Null leaves the key out, as `portability.download.ready` does. */
  readonly userOpenId: string | null;
  /** JSON text, sent as a string inside the JSON body. */
  readonly content: string;
  /** Where it goes, '' being nowhere; without it, to the setting `webhookUrl`. */
  readonly url?: string;
  /** Beside the signature. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For a family of events that has another form than the common one. */
  readonly form?: WebhookForm;
}

/** A body and its signature in their own words. */
export interface WebhookForm {
  readonly body: string;
  readonly header: string;
  readonly sign: (secret: string) => string;
}

/** The body as it travels. */
export function webhookBody(event: WebhookEvent): string {
  if (event.form) return event.form.body;
  return JSON.stringify({
    client_key: event.clientKey,
    event: event.event,
    create_time: event.createTime,
    ...(event.userOpenId === null ? {} : { user_openid: event.userOpenId }),
    content: event.content,
  });
}
