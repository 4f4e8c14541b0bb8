const FRESH_SECONDS = 300;
// TikTok retries for 72 h. It is not documented whether it signs retries again.
const MAX_AGE_SECONDS = 73 * 3600;

export type SignatureAge = 'fresh' | 'late' | 'too_old' | 'from_the_future';

/**
 * Rates the age of a valid signature. Late ones are accepted and flagged, because the unique key of events prevents replays.
 * Signatures from the future do not come from TikTok, unless our clock is slow.
 */
export function signatureAge(signedAtSeconds: number, now: Date): SignatureAge {
  const age = now.getTime() / 1000 - signedAtSeconds;
  if (age < -FRESH_SECONDS) return 'from_the_future';
  if (age > MAX_AGE_SECONDS) return 'too_old';
  return age > FRESH_SECONDS ? 'late' : 'fresh';
}
