import type { AdvertiserCall } from '../wire/business-call.js';
import { invalidParam } from '../wire/business-error.js';
import type { Audience } from './audience.js';
import { EMPTY_SKETCH } from './people-sketch.js';

const MOST_AUDIENCES = 400;
const DAY_MS = 86_400_000;
const USUAL_RETENTION_DAYS = 365;

/** Stores an empty audience. @throws BusinessError 40002 when there are too many */
export function addAudience(
  { tables, state, advertiser, now }: AdvertiserCall,
  made: Pick<Audience, 'name' | 'kind' | 'subType' | 'calculateType' | 'isEnhanced'> & {
    readonly retentionDays?: number | undefined;
    readonly lookalike?: Audience['lookalike'];
  },
): Audience {
  if (tables.audiences.countOf(advertiser.id) >= MOST_AUDIENCES)
    throw invalidParam(`At most ${MOST_AUDIENCES} audiences are supported.`);
  const { retentionDays = USUAL_RETENTION_DAYS, lookalike = null, ...rest } = made;
  return tables.audiences.add({
    ...rest,
    lookalike,
    id: state.ids.nextAudience(),
    advertiserId: advertiser.id,
    people: EMPTY_SKETCH,
    coverNumber: 0,
    isValid: false,
    errorMessage: '',
    matchEndsAt: null,
    pending: null,
    createdAt: now,
    expiresAt: now + retentionDays * DAY_MS,
    history: [{ action: 'create', detail: rest.name, at: now, message: '' }],
    applied: [],
    sharedWith: [],
  });
}
