/** One event before it is signed and sent. */
export interface WebhookEvent {
  readonly clientKey: string;
  /** Signs the body. */
  readonly secret: string;
  readonly event: string;
  /** Unix seconds. */
  readonly createTime: number;
  /** Null omits the key, as in `portability.download.ready`. */
  readonly userOpenId: string | null;
  /** JSON text, sent as a string inside the JSON body. */
  readonly content: string;
  /** Where it is sent; '' means nowhere. Default: the setting `webhookUrl`. */
  readonly url?: string;
  /** Headers besides the signature. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For events whose format differs from the common one. */
  readonly form?: WebhookForm;
}

/** A body and its signature in a format of their own. */
export interface WebhookForm {
  readonly body: string;
  readonly header: string;
  readonly sign: (secret: string) => string;
}

/** The body as sent. */
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
