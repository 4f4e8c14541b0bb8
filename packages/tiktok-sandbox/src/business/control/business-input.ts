import { ControlError, textIn } from '../../control/control-input.js';
import type { World } from '../../world.js';
import type { Advertiser } from '../advertisers/advertiser.js';

/** The ad account with that id; the first one when none is named. */
export function advertiserIn(world: World, id: string | undefined): Advertiser {
  const { advertisers } = world.business.tables;
  const advertiser = id === undefined ? advertisers.all()[0] : advertisers.get(id);
  if (!advertiser) throw new ControlError(`there is no advertiser ${id ?? ''}`, 404);
  return advertiser;
}

/** One of the known words. */
export function choiceIn<T extends string>(
  body: Record<string, unknown>,
  key: string,
  known: readonly T[],
): T | undefined {
  const value = textIn(body, key);
  const choice = known.find((one) => one === value);
  if (value !== undefined && choice === undefined)
    throw new ControlError(`${key} must be one of ${known.join(', ')}`);
  return choice;
}

export function objectIn(body: Record<string, unknown>, key: string): Record<string, unknown> | undefined {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw new ControlError(`${key} must be an object`);
  return value as Record<string, unknown>;
}
