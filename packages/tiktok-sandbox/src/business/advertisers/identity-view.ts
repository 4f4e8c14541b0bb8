import type { JsonObject } from '../../open-api/api-call.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { OWNER_BC_ID } from './identity-list.js';
import { traitsOf } from './current-traits.js';
import type { Identity } from './identity.js';

export function identityImage({ origin }: Pick<AdvertiserCall, 'origin'>, { id }: Identity): string {
  return `${origin}/media/identity/${id}.svg`;
}

/** What an identity may do. Custom ones are no accounts, and posts by code are used one by one: no questions arise. */
function abilities({ world }: AdvertiserCall, identity: Identity): JsonObject {
  const isAccount = identity.type === 'TT_USER' || identity.type === 'BC_AUTH_TT';
  const { availableStatus, canPullVideo, canPushVideo } = traitsOf(world, identity);
  return {
    can_pull_video: isAccount ? canPullVideo : null,
    can_push_video: isAccount ? canPushVideo : null,
    can_use_live_ads: isAccount ? false : null,
    can_manage_message: isAccount ? false : null,
    available_status: isAccount ? availableStatus : null,
  };
}

/** An identity as the list has it. Source: recorded answers. */
export function identityView(call: AdvertiserCall, identity: Identity): JsonObject {
  return {
    ...whoItIs(call, identity),
    ...abilities(call, identity),
    profile_image: identityImage(call, identity),
    identity_authorized_bc_id: identity.type === 'BC_AUTH_TT' ? OWNER_BC_ID : null,
    ads_only_mode: identity.type === 'BC_AUTH_TT' ? traitsOf(call.world, identity).adsOnlyMode : null,
  };
}

/** An identity as it is shown alone: the picture has another name there. */
export function identityInfoView(call: AdvertiserCall, identity: Identity): JsonObject {
  return {
    ...whoItIs(call, identity),
    ...abilities(call, identity),
    profile_image_url: identityImage(call, identity),
  };
}

function whoItIs({ world }: AdvertiserCall, identity: Identity): JsonObject {
  const { id, type, displayName, username } = identity;
  return {
    identity_id: id,
    identity_type: type,
    display_name: displayName,
    username,
    is_gpppa: type === 'CUSTOMIZED_USER' ? null : traitsOf(world, identity).isGpppa,
  };
}
