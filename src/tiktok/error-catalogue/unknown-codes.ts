import { Injectable, Logger } from '@nestjs/common';
import { cutText } from '../../common/index.js';
import type { ErrorFamily } from './error-entry.js';

/** How often a code that the catalogue does not have occurred since this process started. */
export interface UnknownCodeCount {
  family: ErrorFamily;
  code: string;
  count: number;
}

// Codes come from outside. Neither their number nor their length may fill the memory or a metrics page.
const MAX_DISTINCT = 200;
const MAX_LENGTH = 100;
const ALL_OTHERS = '(others)';

/** Counts codes that the catalogue does not have, so that the operator sees what to add. */
@Injectable()
export class UnknownCodes {
  private readonly logger = new Logger(UnknownCodes.name);
  private readonly counts = new Map<string, UnknownCodeCount>();

  /** @param logId TikTok's `log_id` or `request_id`, which TikTok's support asks for */
  count(family: ErrorFamily, code: string | number, logId?: string): void {
    const seen = this.slot(family, cutText(String(code), MAX_LENGTH), logId);
    seen.count += 1;
  }

  /** Returns the counts, most frequent first. */
  snapshot(): UnknownCodeCount[] {
    return Array.from(this.counts.values(), (seen) => ({ ...seen })).toSorted((a, b) => b.count - a.count);
  }

  private slot(family: ErrorFamily, code: string, logId?: string): UnknownCodeCount {
    const found = this.counts.get(`${family} ${code}`);
    if (found) return found;
    if (this.counts.size >= MAX_DISTINCT && code !== ALL_OTHERS) return this.slot(family, ALL_OTHERS, logId);
    const added = { family, code, count: 0 };
    this.counts.set(`${family} ${code}`, added);
    // As JSON, since a code may contain line breaks.
    this.logger.warn(
      `unknown ${family} code ${JSON.stringify(code)} (log id ${logId ?? 'none'}): add it to src/tiktok/error-catalogue`,
    );
    return added;
  }
}
