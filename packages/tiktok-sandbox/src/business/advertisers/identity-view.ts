import type { JsonObject } from '../../open-api/api-call.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { OWNER_BC_ID } from './identity-list.js';
import type { Identity } from './identity.js';

export function identityImage({ origin }: Pick<AdvertiserCall, 'origin'>, { id }: Identity): string {
  return `${origin}/media/identity/${id}.svg`;
}

/** What an identity may do; a custom one is no account, so that the questions do not arise. */
function abilities({ type }: Identity): JsonObject {
  const isAccount = type !== 'CUSTOMIZED_USER';
  return {
    can_pull_video: isAccount || null,
    can_push_video: isAccount || null,
    can_use_live_ads: isAccount ? false : null,
    can_manage_message: isAccount ? false : null,
    available_status: isAccount ? 'AVAILABLE' : null,
  };
}

/** An identity as the list has it. Source: recorded answers. */
export function identityView(call: AdvertiserCall, identity: Identity): JsonObject {
  return {
    ...whoItIs(identity),
    ...abilities(identity),
    profile_image: identityImage(call, identity),
    identity_authorized_bc_id: identity.type === 'BC_AUTH_TT' ? OWNER_BC_ID : null,
    ads_only_mode: identity.type === 'BC_AUTH_TT' ? false : null,
  };
}

/** An identity as it is shown alone: the picture has another name there. */
export function identityInfoView(call: AdvertiserCall, identity: Identity): JsonObject {
  return {
    ...whoItIs(identity),
    ...abilities(identity),
    profile_image_url: identityImage(call, identity),
  };
}

function whoItIs({ id, type, displayName, username }: Identity): JsonObject {
  return {
    identity_id: id,
    identity_type: type,
    display_name: displayName,
    username,
    is_gpppa: type === 'CUSTOMIZED_USER' ? null : false,
  };
}
