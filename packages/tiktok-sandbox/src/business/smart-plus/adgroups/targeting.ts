import { checkTargeting } from '../../ads/adgroups/adgroup-rules.js';
import type { JsonObject } from '../../store/json-object.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { missing } from '../../wire/business-error.js';
import { knownFields } from '../known-fields.js';
import { TARGETING_FIELDS } from './adgroup-fields.js';

const MODES = ['AUTOMATIC', 'MANUAL'] as const;
const AGES = ['OVER_EIGHTEEN', 'OVER_TWENTY_FIVE'] as const;

/** The targeting of an ad group, as a whole. An update replaces all of it. */
export interface Targeting {
  readonly targeting_optimization_mode: (typeof MODES)[number];
  readonly targeting_spec: JsonObject;
}

/** Reads `targeting_spec`, which must be there. @throws BusinessError 40002, 40007 for unknown audiences */
export function readTargeting(call: AdvertiserCall, currentMode: unknown = 'AUTOMATIC'): Targeting {
  const { params } = call;
  const spec = params.object('targeting_spec');
  if (!spec) throw missing('targeting_spec');
  checkTargeting({ ...call, params: spec });
  const isPlaced = ['location_ids', 'zipcode_ids', 'saved_audience_id'].some((key) => spec.has(key));
  if (!isPlaced) throw missing('targeting_spec.location_ids');
  spec.oneOf('spc_audience_age', AGES);
  const targeting_optimization_mode =
    params.oneOf('targeting_optimization_mode', MODES) ?? (currentMode === 'MANUAL' ? 'MANUAL' : 'AUTOMATIC');
  const isAutomatic = targeting_optimization_mode === 'AUTOMATIC';
  const targeting_spec = {
    ...(isAutomatic ? { spc_audience_age: AGES[0] } : {}),
    ...knownFields(spec, TARGETING_FIELDS),
  };
  return { targeting_optimization_mode, targeting_spec };
}

/** The fields of an ad group with other targeting; the older endpoints show it without the object around it. */
export function withTargeting(fields: JsonObject, targeting: Targeting): JsonObject {
  const others = Object.entries(fields).filter(([key]) => !TARGETING_FIELDS.includes(key));
  return { ...Object.fromEntries(others), ...targeting.targeting_spec, ...targeting };
}
