import { Injectable } from '@nestjs/common';
import { UnknownCodes, type UnknownCodeCount } from '../../tiktok/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

// A page of codes helps nobody more than its first lines; the log has them all.
const SHOWN = 10;

/** Codes that TikTok has answered and that nobody has explained yet. */
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
  if (counts.length === 0)
    return ok('TikTok answered no code that this version does not know, since this process started.');
  const listed = counts
    .slice(0, SHOWN)
    .map(({ family, code, count }) => `${family} ${JSON.stringify(code)} (${count} times)`);
  const more = counts.length > SHOWN ? ` and ${counts.length - SHOWN} more` : '';
  const codes = counts.length === 1 ? '1 code' : `${counts.length} codes`;
  return warning(
    `TikTok answered ${codes} this version does not know: ${listed.join(', ')}${more}.`,
    'Upgrade to a version that knows them; if there is none, report them with their log ids, which are in the log.',
  );
}
