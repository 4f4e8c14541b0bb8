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
}

/** The body as it travels. */
export function webhookBody(event: WebhookEvent): string {
  return JSON.stringify({
    client_key: event.clientKey,
    event: event.event,
    create_time: event.createTime,
    ...(event.userOpenId === null ? {} : { user_openid: event.userOpenId }),
    content: event.content,
  });
}
