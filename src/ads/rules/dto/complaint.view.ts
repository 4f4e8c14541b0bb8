export class ComplaintView {
  /**
   * The field of the request to change.
   * @example adGroups[0].bid.amount
   */
  field: string;

  /**
   * The rule that the launch breaks. It is stable; docs/ads-validation.md lists all.
   * @example bid_amount_missing
   */
  rule: string;

  /** What is wrong, and what would pass. */
  message: string;

  /** The value that would pass. Null: leave the field out. Absent: only you can know it. */
  suggestion?: string | number | boolean | null;
}
