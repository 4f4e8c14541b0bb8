const FRESH_SECONDS = 300;
// TikTok retries for 72 hours, and whether it signs a retry anew is not documented.
const MAX_AGE_SECONDS = 73 * 3600;

export type SignatureAge = 'fresh' | 'late' | 'refused';

/**
 * Whether a valid signature is young enough. An old one is taken and flagged, since the unique key of events stops
 * replays; one from the future is not TikTok's.
 */
export function signatureAge(signedAtSeconds: number, now: Date): SignatureAge {
  const age = now.getTime() / 1000 - signedAtSeconds;
  if (age < -FRESH_SECONDS || age > MAX_AGE_SECONDS) return 'refused';
  return age > FRESH_SECONDS ? 'late' : 'fresh';
}
