import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';

/** What the sandbox records about a request until it has responded. */
export interface RequestNotes {
  /** The response's code, e.g. `ok` or `access_token_invalid`, for the request log. */
  code: string | undefined;
  /** Injected fault: destroy the socket once this many bytes of the request body have been read. */
  cutBodyAfterBytes: number | undefined;
  /** Injected fault: send only this many bytes of the response, then destroy the socket. */
  cutAnswerAfterBytes: number | undefined;
  /** Injected fault: do the work, then destroy the socket instead of responding. */
  loseAnswer: boolean;
}

const notes = new WeakMap<IncomingMessage, RequestNotes>();

export function notesOf(request: FastifyRequest): RequestNotes {
  const existing = notes.get(request.raw);
  if (existing) return existing;
  const created: RequestNotes = {
    code: undefined,
    cutBodyAfterBytes: undefined,
    cutAnswerAfterBytes: undefined,
    loseAnswer: false,
  };
  notes.set(request.raw, created);
  return created;
}
