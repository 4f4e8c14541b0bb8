import { Readable } from 'node:stream';
import { UnavailableError } from './errors.js';
import { StreamEnd } from './stream-end.js';

// Roles and memberships may change before a token ends.
const LIFETIME_MS = 15 * 60_000;
// Per organisation and process, so that a client which leaks streams does not exhaust the memory.
const MAX_STREAMS = 100;
const END_WITHIN_MS = 1_000;

/** Who opens a stream. */
export interface StreamReader {
  organisationId: string;
  expiresAt: Date;
  /** Aborted when the client disconnects. */
  gone: AbortSignal;
}

/** The event streams of one kind in this process. They end with the token, their lifetime, the client or the process. */
export class EventStreams {
  private readonly open = new Map<AbortController, string>();
  private stopping = false;

  /**
   * @param kind what the streams tell, e.g. `notification`
   * @param reconnect what a client sends to continue, for its last event
   */
  constructor(
    private readonly kind: string,
    private readonly reconnect?: string,
  ) {}

  /** Counts a stream as open until the controller is aborted. @throws UnavailableError */
  begin({ organisationId, expiresAt, gone }: StreamReader): AbortController {
    this.assertRoom(organisationId);
    const end = new AbortController();
    this.open.set(end, organisationId);
    const leftMs = Math.max(expiresAt.getTime() - Date.now(), 0);
    const reason = leftMs < LIFETIME_MS ? 'token_expired' : 'lifetime_over';
    const timer = setTimeout(() => this.end(end, reason), Math.min(leftMs, LIFETIME_MS));
    end.signal.addEventListener('abort', () => {
      this.open.delete(end);
      clearTimeout(timer);
    });
    gone.addEventListener('abort', () => end.abort());
    if (gone.aborted) end.abort();
    return end;
  }

  /** Sends the frames to the client. It buffers one of them: what a slow client has not read stays in the database. */
  send(frames: AsyncIterable<string>, end: AbortController): Readable {
    const stream = Readable.from(frames, { highWaterMark: 1 }).once('close', () => end.abort());
    // A client that reads nothing would never see the end.
    end.signal.addEventListener('abort', () => setTimeout(() => stream.destroy(), END_WITHIN_MS).unref());
    return stream;
  }

  /** Ends all of them before the server closes, because it would wait for them. */
  stop(): void {
    this.stopping = true;
    for (const end of this.open.keys()) this.end(end, 'stopping');
  }

  private end(end: AbortController, reason: StreamEnd['reason']): void {
    end.abort(new StreamEnd(reason, this.reconnect));
  }

  private assertRoom(organisationId: string): void {
    if (this.stopping) throw new UnavailableError('stopping', 'The service is stopping. Connect again.');
    const theirs = [...this.open.values()].filter((id) => id === organisationId).length;
    if (theirs < MAX_STREAMS) return;
    throw new UnavailableError(
      'too_many_streams',
      `Too many open ${this.kind} streams (limit ${MAX_STREAMS}). Close unused ones.`,
    );
  }
}
