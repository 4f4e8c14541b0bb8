import type { AdvertiserCall } from '../wire/business-call.js';
import { invalidParam, missing, notFound } from '../wire/business-error.js';
import { advertiserEndpoint } from '../wire/endpoint.js';
import { type PageInfo, pageOf } from '../wire/paging.js';
import { findIdentity, identitiesOf, isOfKind } from './identity-list.js';
import { identityInfoView, identityView } from './identity-view.js';
import { type Identity, IDENTITY_TYPES, type IdentityType } from './identity.js';

/** Documented: correct only when `identity_type` is sent. */
const NO_PAGE_INFO: PageInfo = { page: 0, page_size: 0, total_number: 0, total_page: 0 };

export const identityGet = advertiserEndpoint({
  method: 'GET',
  path: '/identity/get/',
  handle(call) {
    const { params, world, advertiser } = call;
    const type = params.oneOf('identity_type', IDENTITY_TYPES);
    const bcId = readBcId(call, type);
    const keyword = params.object('filtering')?.text('keyword')?.toLowerCase() ?? '';
    const isSearched = type === undefined || type === 'CUSTOMIZED_USER';
    const rows = identitiesOf(world, advertiser.id, type, bcId).filter(
      ({ displayName }) => !isSearched || displayName.toLowerCase().includes(keyword),
    );
    const { list, page_info } = pageOf(params, rows, { defaultSize: 20, maxSize: 100 });
    return {
      identity_list: list.map((identity) => identityView(call, identity)),
      page_info: type === undefined ? NO_PAGE_INFO : page_info,
    };
  },
});

/** Accounts of a Business Center are named together with it. */
function readBcId({ params }: AdvertiserCall, type: IdentityType | undefined): string | undefined {
  const bcId = params.text('identity_authorized_bc_id');
  if (type === 'BC_AUTH_TT' && bcId === undefined)
    throw invalidParam('identity_authorized_bc_id: Required when identity_type is BC_AUTH_TT.');
  return bcId;
}

export const identityInfo = advertiserEndpoint({
  method: 'GET',
  path: '/identity/info/',
  handle(call) {
    const type = call.params.requireOneOf('identity_type', IDENTITY_TYPES);
    const id = call.params.requireText('identity_id');
    readBcId(call, type);
    return { identity_info: identityInfoView(call, { ...requireIdentity(call, id, type), type }) };
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

/** Only custom identities; accounts are unlinked elsewhere. */
export const identityDelete = advertiserEndpoint({
  method: 'POST',
  path: '/identity/delete/',
  handle(call) {
    const id = call.params.text('identity_id');
    if (!id) throw missing('identity_id');
    requireIdentity(call, id, 'CUSTOMIZED_USER');
    call.tables.identities.delete(id);
    return {};
  },
});

function requireIdentity({ world, advertiser }: AdvertiserCall, id: string, type: IdentityType): Identity {
  const identity = findIdentity(world, advertiser.id, id);
  if (!identity || !isOfKind(identity, type)) throw notFound(`identity_id: Identity ${id} does not exist.`);
  return identity;
}
