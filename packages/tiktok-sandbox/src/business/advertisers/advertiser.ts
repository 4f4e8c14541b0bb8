export const ADVERTISER_STATUSES = [
  'STATUS_ENABLE',
  'STATUS_DISABLE',
  'STATUS_PENDING_CONFIRM',
  'STATUS_PENDING_VERIFIED',
  'STATUS_CONFIRM_FAIL',
  'STATUS_CONFIRM_FAIL_END',
  'STATUS_PENDING_CONFIRM_MODIFY',
  'STATUS_CONFIRM_MODIFY_FAIL',
  'STATUS_LIMIT',
  'STATUS_WAIT_FOR_BPM_AUDIT',
  'STATUS_WAIT_FOR_PUBLIC_AUTH',
  'STATUS_SELF_SERVICE_UNAUDITED',
  'STATUS_CONTRACT_PENDING',
] as const;

export type AdvertiserStatus = (typeof ADVERTISER_STATUSES)[number];

/** An ad account. Source: business reference §2. */
export interface Advertiser {
  /** 19 digits. */
  readonly id: string;
  name: string;
  status: AdvertiserStatus;
  readonly currency: string;
  /** Hours that its days are ahead of UTC; reports count in them. */
  readonly utcOffsetHours: number;
  readonly displayTimezone: string;
  readonly country: string;
  readonly createdAt: number;
  balance: number;
  rejectionReason: string;
  /** Whether it is on the allowlist of Upgraded Smart+ writes; the setting `usPlusWrites` says so for the others. */
  usPlusWrites?: boolean;
  /** Ids of custom audiences, ad groups and the like grow per advertiser; this names its seeded figures. */
  readonly seedName: string;
}
