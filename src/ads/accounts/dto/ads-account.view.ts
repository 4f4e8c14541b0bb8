/** Why something is not possible, and what to do. */
export class AccountProblemView {
  /** Stable, for programs. TikTok's own code where TikTok refused. */
  code: string;

  reason: string;

  fix: string;
}

/** Something that ads need of an ad account. */
export class AccountAbilityView {
  /**
   * `smart_plus`: creating Upgraded Smart+ campaigns. `identities`: TikTok accounts from which ads appear. `pixels`: measuring
   * what visitors do on a website. `answer_comments`: replies to comments under ads.
   */
  ability: 'smart_plus' | 'identities' | 'pixels' | 'answer_comments';

  /** `unknown`: TikTok has not said yet. */
  state: 'yes' | 'no' | 'unknown';

  /**
   * How many there are. Null where there is nothing to count, or it is unknown.
   * @asType integer
   */
  count: number | null;

  /** Null if the state is `yes`. */
  problem: AccountProblemView | null;
}

export class AccountBalanceView {
  /**
   * A decimal number as text.
   * @example "1250.5"
   */
  amount: string;

  /** @example USD */
  currency: string | null;

  /** The part that was paid. Null if TikTok does not show it to you. */
  cash: string | null;

  /** The part that TikTok granted as vouchers. Null if TikTok does not show it to you. */
  grant: string | null;
}

/** An ad account, from the service's copy. */
export class AdsAccountView {
  /**
   * TikTok's advertiser id.
   * @example "7400000000000000002"
   */
  accountId: string;

  /** @format uuid */
  integrationId: string;

  name: string | null;

  /**
   * The currency of all its amounts.
   * @example USD
   */
  currency: string | null;

  /**
   * The days of its reports and budgets are days of this zone.
   * @example America/New_York
   */
  timeZone: string | null;

  /**
   * TikTok's own value.
   * @example STATUS_ENABLE
   */
  status: string | null;

  /** True if calls about this account can succeed. */
  usable: boolean;

  /** Null if nothing is wrong with the account. */
  problem: AccountProblemView | null;

  /** When the service last read this from TikTok. */
  asOf: Date;
}

/** An ad account, as TikTok shows it now. */
export class AdsAccountDetailsView extends AdsAccountView {
  /** Null if TikTok does not show it to you. */
  balance: AccountBalanceView | null;

  abilities: AccountAbilityView[];
}
