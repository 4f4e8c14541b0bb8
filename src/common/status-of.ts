import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isClientDisconnect } from './client-disconnect.js';
import { isDatabaseUnavailable } from './database-unavailable.js';
import { isError } from './error-message.js';
import { DomainError } from './errors.js';

/** Returns the HTTP status with which the problem filter answers an error. */
export function statusOf(error: unknown, request: FastifyRequest): number {
  if (error instanceof DomainError) return error.status;
  if (error instanceof HttpException) return error.getStatus();
  if (isClientError(error)) return error.statusCode;
  if (isDatabaseUnavailable(error)) return 503;
  return isClientDisconnect(error, request) ? 400 : 500;
}

/** Fastify's own errors (malformed JSON, body too large) carry a 4xx `statusCode`. */
export function isClientError(error: unknown): error is Error & { statusCode: number } {
  const status = (error as { statusCode?: unknown }).statusCode;
  return isError(error) && typeof status === 'number' && status >= 400 && status < 500;
}
