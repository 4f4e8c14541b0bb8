import type { AdvertiserCall } from '../wire/business-call.js';
import { invalidParam } from '../wire/business-error.js';
import { advertiserEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import { identitiesOf } from './identity-list.js';
import { type Identity, IDENTITY_TYPES } from './identity.js';

export const identityGet = advertiserEndpoint({
  method: 'GET',
  path: '/identity/get/',
  handle(call) {
    const { params, world, advertiser } = call;
    const type = params.oneOf('identity_type', IDENTITY_TYPES);
    if (type === 'BC_AUTH_TT' && !params.has('identity_authorized_bc_id'))
      throw invalidParam('identity_authorized_bc_id: Required when identity_type is BC_AUTH_TT.');
    const keyword = params.object('filtering')?.text('keyword')?.toLowerCase() ?? '';
    const rows = identitiesOf(world, advertiser.id)
      .filter((identity) => type === undefined || identity.type === type)
      .filter((identity) => identity.displayName.toLowerCase().includes(keyword));
    const { list, page_info } = pageOf(params, rows, { defaultSize: 20, maxSize: 100 });
    return { identity_list: list.map((identity) => identityView(call, identity)), page_info };
  },
});

export const identityCreate = advertiserEndpoint({
  method: 'POST',
  path: '/identity/create/',
  handle({ params, state, tables, advertiser, now }) {
    const identity = tables.identities.add({
      id: state.ids.next(now),
      advertiserId: advertiser.id,
      type: 'CUSTOMIZED_USER',
      displayName: params.requireText('display_name', { max: 100 }),
      username: null,
      imageUri: params.text('image_uri') ?? null,
    });
    return { identity_id: identity.id };
  },
});

export function identityView(call: AdvertiserCall, identity: Identity): object {
  const image = `${call.origin}/media/identity/${identity.id}.svg`;
  return {
    identity_id: identity.id,
    identity_type: identity.type,
    display_name: identity.displayName,
    profile_image: image,
    profile_image_url: image,
    can_pull_video: identity.type !== 'CUSTOMIZED_USER',
    can_push_video: identity.type !== 'CUSTOMIZED_USER',
    can_use_live_ads: false,
    available_status: 'AVAILABLE',
  };
}
