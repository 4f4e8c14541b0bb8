import { Injectable } from '@nestjs/common';
import type { ErrorFamily } from './error-entry.js';
import { explainError, type ErrorExplanation } from './explain-error.js';
import { UnknownCodes } from './unknown-codes.js';

/** A code and what came with it. A TikTokApiError is one; a verdict of our own is `{ code }`. */
export interface Refusal {
  code: string | number;
  /** Whose words the code is in; ours when it is absent. */
  family?: ErrorFamily;
  /** TikTok's own words. */
  tiktokMessage?: string;
  origin?: { logId?: string };
}

/** The catalogue for services: explains, and counts what it cannot explain. */
@Injectable()
export class ErrorExplainer {
  constructor(private readonly unknownCodes: UnknownCodes) {}

  explain({ family = 'connector', code, tiktokMessage, origin }: Refusal): ErrorExplanation {
    const explanation = explainError(family, code, tiktokMessage);
    if (!explanation.known) this.unknownCodes.count(family, code, origin?.logId);
    return explanation;
  }
}
