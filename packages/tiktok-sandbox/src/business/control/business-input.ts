import { ControlError } from '../../control/control-input.js';
import type { World } from '../../world.js';
import type { Advertiser } from '../advertisers/advertiser.js';

/** The ad account with that id; the first one when none is named. */
export function advertiserIn(world: World, id: string | undefined): Advertiser {
  const { advertisers } = world.business.tables;
  const advertiser = id === undefined ? advertisers.all()[0] : advertisers.get(id);
  if (!advertiser) throw new ControlError(`there is no advertiser ${id ?? ''}`, 404);
  return advertiser;
}
