import type { AdRow, WireBody } from '../../tiktok/index.js';

/**
 * Merges changes into the targeting of an Upgraded Smart+ ad group as TikTok has it. TikTok replaces the whole
 * `targeting_spec`, so everything that must stay is sent as well.
 */
export function mergedTargeting({ targeting_spec: current }: AdRow, changes: WireBody): WireBody {
  const kept = Object.entries((current ?? {}) as WireBody).filter(([, value]) => isFilled(value));
  return { ...Object.fromEntries(kept), ...changes };
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}
