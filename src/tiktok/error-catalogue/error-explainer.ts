import { Injectable } from '@nestjs/common';
import type { ErrorFamily } from './error-entry.js';
import { explainError, type ErrorExplanation } from './explain-error.js';
import { UnknownCodes } from './unknown-codes.js';

/** A code with its context: a TikTokApiError, or `{ code }` for a code of this service. */
export interface Refusal {
  code: string | number;
  /** Defaults to this service. */
  family?: ErrorFamily;
  /** TikTok's own message. */
  tiktokMessage?: string;
  origin?: { logId?: string };
}

/** Explains codes, and counts those that the catalogue does not have. */
@Injectable()
export class ErrorExplainer {
  constructor(private readonly unknownCodes: UnknownCodes) {}

  explain({ family = 'connector', code, tiktokMessage, origin }: Refusal): ErrorExplanation {
    const explanation = explainError(family, code, tiktokMessage);
    if (!explanation.known) this.unknownCodes.count(family, code, origin?.logId);
    return explanation;
  }
}
