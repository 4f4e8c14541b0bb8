import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxClient } from 'tiktok-sandbox/testing';

interface Entry {
  number: number;
  path: string;
  status: number;
  code: string | null;
}

// The sandbox keeps the last thousand.
const READ_EVERY_MS = 500;
const KEPT = 1_000;

/** What the sandbox says of the calls that it got: how many of each it took, and how many were too many. */
export class SandboxJournal {
  readonly taken = new Map<string, number>();
  rejected = 0;
  private last = 0;

  constructor(private readonly sandbox: SandboxClient) {}

  /** What came before is not of interest. */
  async begin(): Promise<void> {
    const [latest] = await this.entriesAfter(0);
    this.last = latest?.number ?? 0;
  }

  /** The calls to all endpoints that begin with this. */
  takenAt(prefix: string): number {
    const counts = [...this.taken].map(([path, count]) => (path.startsWith(prefix) ? count : 0));
    return counts.reduce((total, count) => total + count, 0);
  }

  /** Reads along for so long. @throws Error when calls were missed, or failed for another reason */
  async watch(ms: number): Promise<void> {
    const until = Date.now() + ms;
    while (Date.now() < until) {
      await sleep(Math.min(READ_EVERY_MS, until - Date.now()));
      await this.read();
    }
  }

  private async read(): Promise<void> {
    const entries = (await this.entriesAfter(this.last)).toReversed();
    const [first] = entries;
    if (first && first.number !== this.last + 1)
      throw new Error('the sandbox forgot calls before they were counted');
    for (const entry of entries) this.count(entry);
    this.last = entries.at(-1)?.number ?? this.last;
  }

  /** The newest first. */
  private async entriesAfter(number: number): Promise<Entry[]> {
    const { json } = await this.sandbox.control(`/requests?limit=${KEPT}&after=${number}`, {}, 'GET');
    return json.requests as unknown as Entry[];
  }

  private count({ path, status, code }: Entry): void {
    if (code === 'ok' || code === '0') this.taken.set(path, (this.taken.get(path) ?? 0) + 1);
    else if (status === 429 || code === '40100') this.rejected += 1;
    else throw new Error(`${path} answered ${status} ${code}`);
  }
}
