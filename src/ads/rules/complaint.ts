import type { RuleName } from './rule-catalogue.js';

/** The value that would pass. Null: leave the field out. */
export type Suggestion = string | number | boolean | null;

/** One thing in a body that TikTok would refuse. */
export interface Complaint {
  /** The field of the body, e.g. `adGroups[0].bid.amount`. */
  field: string;
  rule: RuleName;
  /** What is wrong, and what would pass. */
  message: string;
  /** Absent if only you can know it, such as an id. */
  suggestion?: Suggestion;
}

/** Returns the complaint in a list if the condition holds. Rules consist of such lines. */
export function when(
  broken: unknown,
  field: string,
  rule: RuleName,
  message: string,
  suggestion?: Suggestion,
): Complaint[] {
  if (!broken) return [];
  return [{ field, rule, message, ...(suggestion !== undefined && { suggestion }) }];
}
