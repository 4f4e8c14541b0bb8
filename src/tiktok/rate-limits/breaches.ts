import type { EarlierBreaches } from './recovery.js';

// A pause that was too short shows within seconds; what comes later is another story.
const REMEMBERED_MS = 10_000;

/** The latest refusals for calling too often, of this process. */
export class Breaches {
  private latest: { about: string; subject: string; at: number }[] = [];

  /**
   * Remembers one and tells what came before it.
   * @param about calls that can be compared: an API and a path
   */
  note(about: string, subject: string, now: number): EarlierBreaches {
    this.latest = this.latest.filter(({ at }) => at > now - REMEMBERED_MS);
    const earlier = this.latest.filter((breach) => breach.about === about);
    this.latest.push({ about, subject, at: now });
    return {
      own: earlier.filter((breach) => breach.subject === subject).length,
      others: earlier.some((breach) => breach.subject !== subject),
    };
  }
}
