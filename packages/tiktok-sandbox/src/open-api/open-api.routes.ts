import type { FastifyInstance } from 'fastify';
import { cancelPublish } from '../posting/cancel.endpoint.js';
import { creatorInfo } from '../posting/creator-info.endpoint.js';
import { inboxVideoInit, photoInit, videoInit } from '../posting/init.endpoints.js';
import { publishStatus } from '../posting/status.endpoint.js';
import type { World } from '../world.js';
import { type Endpoint, serveEndpoint } from './endpoint.js';
import { userInfo } from './user-info.endpoint.js';
import { videoList } from './video-list.endpoint.js';
import { videoQuery } from './video-query.endpoint.js';

/** Every served JSON path of open.tiktokapis.com. */
const ENDPOINTS: readonly Endpoint[] = [
  userInfo,
  videoList,
  videoQuery,
  creatorInfo,
  videoInit,
  inboxVideoInit,
  photoInit,
  publishStatus,
  cancelPublish,
];

export function openApiRoutes(app: FastifyInstance, world: World): void {
  for (const endpoint of ENDPOINTS) serveEndpoint(app, world, endpoint);
}
