import type { FastifyInstance } from 'fastify';
import { control, ControlError, numberIn, textIn } from '../../control/control-input.js';
import type { World } from '../../world.js';
import type { AdGroup, Campaign } from '../ads/ad-objects.js';
import { refreshDelivery } from '../ads/delivery.js';
import { OPERATION_STATUSES } from '../ads/enums.js';

/** What a user of TikTok Ads Manager does with campaigns, ad groups and ads of either kind, without the API. */
export function adsManagerControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/business/objects/:id', ({ body, params }) => {
    const object = objectIn(world, params['id'] ?? '');
    const [name, budget] = [textIn(body, 'name'), numberIn(body, 'budget')];
    const status = statusIn(textIn(body, 'status'));
    if (name !== undefined) object.name = name;
    if (status !== undefined) object.operationStatus = status;
    if (budget !== undefined) {
      if (!hasBudget(object)) throw new ControlError('this object has no budget of its own');
      object.budget = budget;
    }
    object.modifiedAt = world.clock.now();
    refreshDelivery(world, object.advertiserId);
    return { id: object.id, name: object.name, status: object.operationStatus };
  });
}

function objectIn({ business }: World, id: string) {
  const { campaigns, adgroups, smartPlusAds, ads } = business.tables;
  const object = campaigns.get(id) ?? adgroups.get(id) ?? smartPlusAds.get(id) ?? ads.get(id);
  if (!object) throw new ControlError('there is no such campaign, ad group or ad', 404);
  if (object.operationStatus === 'DELETE') throw new ControlError('it is deleted, and deleted is final');
  return object;
}

function statusIn(status: string | undefined) {
  const known = OPERATION_STATUSES.find((one) => one === status);
  if (status !== undefined && !known)
    throw new ControlError(`status must be one of ${OPERATION_STATUSES.join(', ')}`);
  return known;
}

function hasBudget(object: object): object is Campaign | AdGroup {
  return 'budget' in object;
}
