/** What a column may hold. `maid` is a device id whose system is not known. */
export const IDENTIFIER_KINDS = ['email', 'phone', 'idfa', 'gaid', 'maid'] as const;

export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** What the service makes of the identifiers of one audience. Hashes made under different policies never match. */
export interface NormalisationPolicy {
  /** Removes `+tag` before the `@`. */
  readonly stripPlusTag: boolean;
  /** Removes dots before the `@`. */
  readonly stripDots: boolean;
  /** Keeps the `+` of E.164, as TikTok's API page shows it. */
  readonly phonePlus: boolean;
}

export const DEFAULT_POLICY: NormalisationPolicy = {
  stripPlusTag: false,
  stripDots: false,
  phonePlus: true,
};

/** Why a line, or an identifier in it, is not used. */
export const DEFECTS = [
  'broken_line',
  'empty_row',
  'invalid_email',
  'invalid_phone',
  'phone_without_country',
  'unknown_country',
  'invalid_device_id',
] as const;

export type Defect = (typeof DEFECTS)[number];
