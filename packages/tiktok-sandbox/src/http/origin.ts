import type { FastifyRequest } from 'fastify';
import type { World } from '../world.js';

/**
 * The origin that URLs in an answer start with: the configured public one, or whatever name the caller used,
 * since that name evidently works for them.
 */
export function originOf(world: World, request: FastifyRequest): string {
  return world.publicUrl ?? `http://${request.headers.host ?? '127.0.0.1'}`;
}
