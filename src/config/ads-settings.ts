import { toAdsRules } from './ads-rules.js';
import type { Environment } from './environment.schema.js';

/** Groups the settings of ads. */
export function toAdsSettings(env: Environment) {
  return { rules: toAdsRules(env) };
}
