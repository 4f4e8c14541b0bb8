import type { World } from '../../world.js';
import { type IdentityTraits, usualTraits } from './identity-traits.js';
import type { Identity } from './identity.js';

/** The traits of an identity's account now; an account that is not available lets nothing be done. */
export function traitsOf(world: World, { username }: Identity): Required<IdentityTraits> {
  const name = username ?? '';
  const traits = world.business.tables.identityTraits.get(name) ?? usualTraits(name);
  const isPrivate = world.accounts.get(name)?.settings.private === true;
  const availableStatus = traits.availableStatus ?? (isPrivate ? 'IS_PRIVATE_ACCOUNT' : 'AVAILABLE');
  const isAvailable = availableStatus === 'AVAILABLE';
  return {
    ...traits,
    availableStatus,
    canPullVideo: traits.canPullVideo && isAvailable,
    canPushVideo: traits.canPushVideo && isAvailable,
  };
}
