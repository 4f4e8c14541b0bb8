import type { FastifyInstance } from 'fastify';
import { control, ControlError, numberIn, textIn } from '../../control/control-input.js';
import { isObject } from '../../open-api/api-call.js';
import type { World } from '../../world.js';
import { emitAdsEvent } from '../subscriptions/ads-event.js';
import { SUBSCRIBE_ENTITIES } from '../subscriptions/subscription.js';

/** Any webhook of the ads side; those of accounts are emitted by `/__sandbox/webhooks/emit`. */
export function adsWebhookControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/business/webhooks/emit', ({ body }) => {
    const name = textIn(body, 'entity');
    const entity = SUBSCRIBE_ENTITIES.find((known) => known === name);
    if (!entity) throw new ControlError(`entity must be one of ${SUBSCRIBE_ENTITIES.join(', ')}`);
    const entry = body['entry'] ?? {};
    if (!isObject(entry)) throw new ControlError('entry must be an object');
    const scope = Object.fromEntries(
      ['advertiserId', 'adgroupId', 'adId'].flatMap((key) => {
        const id = textIn(body, key);
        return id === undefined ? [] : [[key, id]];
      }),
    );
    const options = {
      delaySeconds: numberIn(body, 'delaySeconds') ?? 0,
      badSignature: body['badSignature'] === true,
    };
    const copies = body['duplicate'] === true ? 2 : 1;
    let sent = 0;
    for (let copy = 0; copy < copies; copy += 1) sent += emitAdsEvent(world, entity, scope, entry, options);
    return { entity, sent };
  });
}
