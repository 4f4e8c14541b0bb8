import type { RunningConnector } from './connector.js';

export interface StreamedEvent {
  id: string;
  event: string;
  data: { id: string; title: string };
}

/** A reader of server-sent events on fetch, as an admin UI has one. */
export class EventStream {
  readonly events: StreamedEvent[] = [];
  readonly comments: string[] = [];
  readonly response: Response;
  /** Resolves when the service has ended the stream, or the connection is cut. */
  readonly ended: Promise<void>;

  private constructor(
    response: Response,
    private readonly abort: AbortController,
  ) {
    this.response = response;
    this.ended = this.read().catch(() => undefined);
  }

  static async open(
    connector: RunningConnector,
    organisationId: string,
    headers: Record<string, string> = {},
    path = '/api/notifications/stream',
  ): Promise<EventStream> {
    const abort = new AbortController();
    const authorization = `Bearer ${connector.token(organisationId, 'viewer')}`;
    const response = await fetch(`${connector.url}${path}`, {
      headers: { authorization, orgid: organisationId, accept: 'text/event-stream', ...headers },
      signal: abort.signal,
    });
    return new EventStream(response, abort);
  }

  get titles(): string[] {
    return this.events.map(({ data }) => data.title);
  }

  async leave(): Promise<void> {
    this.abort.abort();
    await this.ended;
  }

  private async read(): Promise<void> {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const part of this.response.body ?? []) {
      const frames = (rest + decoder.decode(part as Uint8Array, { stream: true })).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) this.take(frame);
    }
  }

  private take(frame: string): void {
    const fields = Object.fromEntries(
      frame
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    ) as Record<string, string>;
    if (frame.startsWith(':')) this.comments.push(frame);
    else if (fields.data)
      this.events.push({
        id: fields.id ?? '',
        event: fields.event ?? '',
        data: JSON.parse(fields.data) as StreamedEvent['data'],
      });
  }
}
