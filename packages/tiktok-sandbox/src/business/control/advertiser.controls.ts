import type { FastifyInstance } from 'fastify';
import { control, ControlError, numberIn, textIn } from '../../control/control-input.js';
import type { World } from '../../world.js';
import { refreshDelivery } from '../ads/delivery.js';
import { addAdvertiser } from '../advertisers/advertiser-seed.js';
import { ADVERTISER_STATUSES, type Advertiser } from '../advertisers/advertiser.js';
import { emitAdsEvent } from '../subscriptions/ads-event.js';
import { advertiserIn } from './business-input.js';

/** Controls new ad accounts, and decisions of TikTok or their owners. */
export function advertiserControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/business/advertisers', ({ body }) => {
    const name = textIn(body, 'name');
    if (name === undefined) throw new ControlError('name is missing');
    const offset = body['utcOffsetHours'] ?? 0;
    if (typeof offset !== 'number') throw new ControlError('utcOffsetHours must be a number');
    const advertiser = addAdvertiser(
      world,
      {
        name,
        currency: textIn(body, 'currency') ?? 'USD',
        country: textIn(body, 'country') ?? 'US',
        utcOffsetHours: offset,
        displayTimezone: textIn(body, 'displayTimezone') ?? 'Etc/UTC',
      },
      world.clock.now(),
    );
    // Tokens do not reach it before the next consent, unless the owner is said to have added it.
    if (body['grant'] === true)
      for (const grant of world.business.tables.advertiserGrants.all())
        grant.advertiserIds.push(advertiser.id);
    return advertiser;
  });
  control(app, 'POST', '/business/advertisers/:id', ({ body, params }) => {
    const advertiser = advertiserIn(world, params['id']);
    setStatus(world, advertiser, textIn(body, 'status'), textIn(body, 'reason') ?? '');
    setBalance(world, advertiser, numberIn(body, 'balance'));
    if (typeof body['usPlusWrites'] === 'boolean') advertiser.usPlusWrites = body['usPlusWrites'];
    if (body['revoke'] === true) setPermission(world, advertiser.id, false);
    if (body['grant'] === true) setPermission(world, advertiser.id, true);
    return advertiser;
  });
}

function setStatus(world: World, advertiser: Advertiser, status: string | undefined, reason: string): void {
  if (status === undefined) return;
  const known = ADVERTISER_STATUSES.find((name) => name === status);
  if (!known) throw new ControlError(`status must be one of ${ADVERTISER_STATUSES.join(', ')}`);
  advertiser.status = known;
  advertiser.rejectionReason = reason;
  refreshDelivery(world, advertiser.id);
  if (known !== 'STATUS_LIMIT' && known !== 'STATUS_ENABLE') return;
  emitAdsEvent(
    world,
    'AD_ACCOUNT_SUSPENSION',
    { advertiserId: advertiser.id },
    {
      advertiser_id: advertiser.id,
      advertiser_name: advertiser.name,
      status: known,
      status_change_time: world.clock.seconds(),
      suspension_reason: reason,
    },
  );
}

/** An empty balance stops delivery. */
function setBalance(world: World, advertiser: Advertiser, balance: number | undefined): void {
  if (balance === undefined) return;
  advertiser.balance = balance;
  refreshDelivery(world, advertiser.id);
}

/** Whether the tokens of the app may use an ad account. */
function setPermission(world: World, id: string, isAllowed: boolean): void {
  for (const grant of world.business.tables.advertiserGrants.all()) {
    grant.advertiserIds = grant.advertiserIds.filter((other) => other !== id);
    if (isAllowed) grant.advertiserIds.push(id);
  }
}
