import { Injectable } from '@nestjs/common';
import { firstOf } from '../../common/index.js';
import { UnknownCodes, type UnknownCodeCount } from '../../tiktok/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

// The log has all of them.
const SHOWN = 10;

/** Reports TikTok codes that the error catalogue lacks. */
@Injectable()
export class UnknownCodesCheck extends Check {
  readonly name = 'unknown_codes';

  constructor(private readonly unknownCodes: UnknownCodes) {
    super();
  }

  examine(): Verdict {
    return unknownCodesVerdict(this.unknownCodes.snapshot());
  }
}

/** @param counts the most frequent first */
export function unknownCodesVerdict(counts: readonly UnknownCodeCount[]): Verdict {
  if (counts.length === 0) return ok('TikTok has returned no unknown code since this process started.');
  const listed = counts.map(
    ({ family, code, count }) => `${family} ${JSON.stringify(code)} (${count} times)`,
  );
  const codes = counts.length === 1 ? '1 code' : `${counts.length} codes`;
  return warning(
    `TikTok returned ${codes} unknown to this version: ${firstOf(listed, SHOWN)}.`,
    'Upgrade to a newer version. If they are still unknown, report them with their TikTok log ids, which are in the log.',
  );
}
