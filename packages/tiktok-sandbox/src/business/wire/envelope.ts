/** The body of every JSON answer; keys in TikTok's order. Source: business reference §0. */
export function envelope(code: number, message: string, requestId: string, data: unknown): object {
  return { code, message, request_id: requestId, data: data ?? {} };
}

/** An answer that is no envelope, such as a report's CSV text. */
export class RawAnswer {
  constructor(
    readonly type: string,
    readonly body: string,
  ) {}
}
