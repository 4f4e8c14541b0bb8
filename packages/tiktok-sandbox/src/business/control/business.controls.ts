import type { FastifyInstance } from 'fastify';
import { control } from '../../control/control-input.js';
import type { World } from '../../world.js';
import { adCommentControls } from './ad-comment.controls.js';
import { adControls } from './ad.controls.js';
import { adsManagerControls } from './ads-manager.controls.js';
import { adsWebhookControls } from './ads-webhook.controls.js';
import { advertiserControls } from './advertiser.controls.js';
import { businessStateView } from './business-state-view.js';
import { messageControls } from './message.controls.js';
import { messagingControls } from './messaging.controls.js';
import { sparkControls } from './spark.controls.js';
import { businessTokenControls } from './business-token.controls.js';

/** Everything under `/__sandbox/business`. */
export function businessControls(app: FastifyInstance, world: World): void {
  control(app, 'GET', '/business/state', () => businessStateView(world));
  advertiserControls(app, world);
  adControls(app, world);
  adsManagerControls(app, world);
  businessTokenControls(app, world);
  adsWebhookControls(app, world);
  messageControls(app, world);
  messagingControls(app, world);
  sparkControls(app, world);
  adCommentControls(app, world);
}
