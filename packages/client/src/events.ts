import { EventSourceParserStream, type EventSourceMessage } from 'eventsource-parser/stream';
import { ApiError, errorOf } from './api-error.js';
import { authorisation, type Connector } from './connector.js';
import type { components } from './generated/api.js';

type Schemas = components['schemas'];

/** What each stream sends, by the name of the event. Every stream ends with `end`, and is opened again then. */
export interface Streams {
  '/api/notifications/stream': { notification: Schemas['NotificationView'] };
  '/api/crm/stream': { conversation: Schemas['CrmConversationView'] };
  '/api/sync/runs/stream': { run: Schemas['SyncRunView'] };
  '/api/ads/launches/{launchId}/events': { launch: Schemas['LaunchView'] };
}

export type StreamEvent<Path extends keyof Streams> = {
  [Name in keyof Streams[Path] & string]: { id: string | undefined; name: Name; data: Streams[Path][Name] };
}[keyof Streams[Path] & string];

export interface EventOptions {
  /** Values of the parameters in the path, such as `launchId`. */
  path?: Record<string, string>;
  /** The last event that was received. The stream starts with what came after it. */
  lastEventId?: string;
  /** Ends the iteration. */
  signal?: AbortSignal;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Yields the events of a stream, until `signal` is aborted. It reconnects automatically and continues after the last event.
 * @throws ApiError if the service refuses the stream, for example because the token has expired
 */
export async function* events<Path extends keyof Streams>(
  connector: Connector,
  path: Path,
  options: EventOptions = {},
): AsyncGenerator<StreamEvent<Path>, void, undefined> {
  let { lastEventId } = options;
  let failures = 0;
  while (!options.signal?.aborted) {
    try {
      for await (const { id, event, data } of await open(connector, path, { ...options, lastEventId })) {
        failures = 0;
        if (event === 'end') break;
        lastEventId = id ?? lastEventId;
        yield { id, name: event, data: JSON.parse(data) as unknown } as StreamEvent<Path>;
      }
    } catch (error) {
      if (options.signal?.aborted) return;
      if (!mayPass(error)) throw error;
      failures += 1;
    }
    await pause(pauseBefore(failures), options.signal);
  }
}

async function open(
  connector: Connector,
  path: string,
  options: EventOptions,
): Promise<AsyncIterable<EventSourceMessage>> {
  const { baseUrl, fetch = globalThis.fetch } = connector.options;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(options.path?.[name] ?? ''),
  );
  const response = await fetch(new URL(filled, baseUrl), {
    headers: {
      accept: 'text/event-stream',
      ...(options.lastEventId !== undefined && { 'last-event-id': options.lastEventId }),
      ...(await authorisation(connector.options)),
    },
    ...(options.signal && { signal: options.signal }),
  });
  if (!response.ok || response.body === null) throw await errorOf(response);
  return readerOf(
    response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()),
  );
}

/** Iterates over a stream, which not every browser can. */
async function* readerOf<Item>(stream: ReadableStream<Item>): AsyncGenerator<Item, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** True if the same call may succeed later: the connection was lost, or the service is busy or restarts. */
function mayPass(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status >= 500 || error.status === 429;
}

function pauseBefore(failures: number): number {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
  // Many clients lose their streams at the same moment, when the service restarts.
  return longest * (0.5 + Math.random() / 2);
}

async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
