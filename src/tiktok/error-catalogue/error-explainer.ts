import { Injectable } from '@nestjs/common';
import type { ErrorFamily } from './error-entry.js';
import { explainErrorOf, type ErrorExplanation } from './explain-error.js';
import { UnknownCodes } from './unknown-codes.js';

/** A code and what came with it. A TikTokApiError is one; a verdict of our own is `{ code }`. */
export interface Refusal {
  code: string | number;
  /** TikTok's own words. */
  tiktokMessage?: string;
  origin?: { logId?: string };
}

/** The catalogue for services: explains, and counts what it cannot explain. */
@Injectable()
export class ErrorExplainer {
  constructor(private readonly unknownCodes: UnknownCodes) {}

  /** @param families where the code may come from; TikTok's before ours, the likeliest first */
  explain(families: readonly [ErrorFamily, ...ErrorFamily[]], refusal: Refusal): ErrorExplanation {
    const explanation = explainErrorOf(families, refusal.code, refusal.tiktokMessage);
    if (!explanation.known) this.unknownCodes.count(families[0], refusal.code, refusal.origin?.logId);
    return explanation;
  }
}
