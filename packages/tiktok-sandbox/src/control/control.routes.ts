import type { FastifyInstance } from 'fastify';
import { oddListControls } from '../odd-lists/odd-list.controls.js';
import type { World } from '../world.js';
import { accountControls } from './account.controls.js';
import { contentControls } from './content.controls.js';
import { faultControls } from './fault.controls.js';
import { seedControls } from './seed.controls.js';
import { tokenControls } from './token.controls.js';
import { uploadControls } from './upload.controls.js';
import { videoControls } from './video.controls.js';
import { webhookControls } from './webhook.controls.js';
import { worldControls } from './world.controls.js';

/** Everything under `/__sandbox`, which controls this TikTok. */
export function controlRoutes(app: FastifyInstance, world: World): void {
  worldControls(app, world);
  accountControls(app, world);
  seedControls(app, world);
  videoControls(app, world);
  uploadControls(app, world);
  tokenControls(app, world);
  contentControls(app, world);
  webhookControls(app, world);
  faultControls(app, world);
  oddListControls(app, world);
}
