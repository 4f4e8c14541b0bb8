import type { FastifyRequest } from 'fastify';
import type { World } from '../world.js';

/**
 * The origin of URLs in a response: the configured public one, or the one that the caller used,
 * since that one evidently works for the caller.
 */
export function originOf(world: World, request: FastifyRequest): string {
  return world.publicUrl ?? `http://${request.headers.host ?? '127.0.0.1'}`;
}
