import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import { ask } from '../ask.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

const WARNING_MS = 5_000;
const PROBLEM_MS = 60_000;
// A Date header is truncated to whole seconds, so on average it is half a second late.
const CUT_OFF_MS = 500;

/** The lead of our clock over another one; undefined if the other gave no time. */
export interface Skew {
  of: string;
  aheadMs: number | undefined;
}

/** Compares our clock with TikTok's and the database's: token lifetimes, signatures and leases depend on it. */
@Injectable()
export class ClockSkewCheck extends Check {
  readonly name = 'clock_skew';

  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly system: SystemContext,
  ) {
    super();
  }

  async examine(): Promise<Verdict> {
    return clockVerdict([
      { of: 'TikTok', aheadMs: await this.ahead(() => this.tiktokNow()) },
      { of: 'the database', aheadMs: await this.ahead(() => this.databaseNow()) },
    ]);
  }

  /** Compares with the midpoint between request and response. */
  private async ahead(tell: () => Promise<number | undefined>): Promise<number | undefined> {
    const asked = this.clock.now().getTime();
    const theirs = await tell();
    const answered = this.clock.now().getTime();
    return theirs === undefined ? undefined : (asked + answered) / 2 - theirs;
  }

  private async tiktokNow(): Promise<number | undefined> {
    const answer = await ask(this.config.tiktok.apiBaseUrl, { method: 'HEAD' });
    return 'date' in answer && answer.date ? answer.date.getTime() + CUT_OFF_MS : undefined;
  }

  private databaseNow(): Promise<number | undefined> {
    return this.system.transaction('doctor: the time', async (em) => {
      const sql = 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms';
      return (await queryRows<{ ms: number }>(em, sql))[0]?.ms;
    });
  }
}

export function clockVerdict(skews: readonly Skew[]): Verdict {
  const known = skews.flatMap(({ of, aheadMs }) => (aheadMs === undefined ? [] : [{ of, aheadMs }]));
  const parts = known.map(({ of, aheadMs }) => `${inWords(aheadMs)} ${of}`).join(', ');
  const worst = Math.max(0, ...known.map(({ aheadMs }) => Math.abs(aheadMs)));
  const fix = 'Let NTP set the clocks of this machine and of the database server.';
  if (worst > PROBLEM_MS)
    return problem(`This clock is ${parts}: signatures and lifetimes are judged wrongly.`, fix);
  if (worst > WARNING_MS) return warning(`This clock is ${parts}.`, fix);
  const unknown = skews.filter(({ aheadMs }) => aheadMs === undefined).map(({ of }) => of);
  if (unknown.length > 0)
    return warning(
      `${unknown.join(' and ')} did not tell the time.`,
      'See tiktok_reachable, or compare with NTP.',
    );
  return ok(`This clock is ${parts}.`);
}

function inWords(aheadMs: number): string {
  return `${(Math.abs(aheadMs) / 1000).toFixed(1)} s ${aheadMs < 0 ? 'behind' : 'ahead of'}`;
}
