/** What each process has to do for each endpoint: rows that always want one more call, by whose token. */
export interface Work {
  /** TikTok for Developers: one budget for all accounts. */
  accounts: { token: string; rows: number }[];
  /** Business API: one budget for the app, and one for each account and endpoint. */
  business: { token: string; businessId: string; rows: number }[];
  advertiser: { token: string; ids: string[]; rows: number };
}

/** How many calls each account was granted so far. */
export type Granted = Record<string, number>;
