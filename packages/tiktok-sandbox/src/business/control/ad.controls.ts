import type { FastifyInstance } from 'fastify';
import { control, ControlError, textIn } from '../../control/control-input.js';
import type { World } from '../../world.js';
import { decideReview } from '../ads/review.js';
import { adStatus, creativesOf } from '../ads/object-status.js';
import { FIGURE_NAMES } from '../reports/figure-names.js';
import { advertiserIn } from './business-input.js';

/** Controls reviews, and figures that change later. */
export function adControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/business/ads/:id', ({ body, params }) => {
    const id = params['id'] ?? '';
    const { smartPlusAds, ads } = world.business.tables;
    const whole = smartPlusAds.get(id);
    const chosen = whole
      ? creativesOf(world.business, whole)
      : ads.all().filter((ad) => ad.id === id || ad.materialId === id);
    const [ad] = chosen;
    if (!ad) throw new ControlError('there is no such ad', 404);
    const action = textIn(body, 'action');
    if (action !== 'approve' && action !== 'reject')
      throw new ControlError('action must be approve or reject');
    const reason = textIn(body, 'reason') ?? 'The ad does not follow the advertising policies.';
    // A decision about an Upgraded Smart+ ad is one about each of its creatives.
    for (const one of chosen) decideReview(world, one, action === 'approve' ? null : reason);
    return { id, review: ad.review, status: adStatus(world.business, ad, world.clock.now()) };
  });
  control(app, 'POST', '/business/metrics/restate', ({ body }) => {
    const { restatements, ads } = world.business.tables;
    const adId = textIn(body, 'adId') ?? null;
    const advertiserId = adId === null ? undefined : ads.get(adId)?.advertiserId;
    if (adId !== null && advertiserId === undefined) throw new ControlError('there is no such ad', 404);
    const factor = body['factor'];
    if (typeof factor !== 'number' || !(factor >= 0))
      throw new ControlError('factor must be a number from 0');
    return restatements.add({
      id: String(restatements.all().length + 1),
      advertiserId: advertiserId ?? advertiserIn(world, textIn(body, 'advertiserId')).id,
      adId,
      day: textIn(body, 'day') ?? null,
      factor,
      figures: figuresIn(body['figures']),
    });
  });
}

function figuresIn(value: unknown): string[] {
  const names = value ?? [];
  if (!Array.isArray(names) || names.some((name) => !(FIGURE_NAMES as readonly unknown[]).includes(name)))
    throw new ControlError(`figures must be a list of ${FIGURE_NAMES.join(', ')}`);
  return names as string[];
}
