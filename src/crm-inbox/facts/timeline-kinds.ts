/**
 * What the lines of a timeline are about, and whether one may name the person behind the conversation. The erasure of a person
 * deletes those that may.
 */
export const NAMES_PERSON = {
  edited: true,
  referral: true,
  button_pressed: true,
  hidden: false,
  unhidden: false,
  friends_only: false,
  deleted: false,
  assigned: false,
  unassigned: false,
  closed: false,
  set_pending: false,
  reopened: false,
  gap: false,
  reply_failed: false,
  reply_limited: false,
} as const satisfies Record<string, boolean>;

export type TimelineKind = keyof typeof NAMES_PERSON;

export const PERSONAL_KINDS: readonly string[] = Object.entries(NAMES_PERSON).flatMap(([kind, isPersonal]) =>
  isPersonal ? [kind] : [],
);
