import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';

/** What the sandbox remembers about a request while it answers it. */
export interface RequestNotes {
  /** The answer's own verdict, e.g. `ok` or `access_token_invalid`; goes to the request log. */
  code: string | undefined;
  /** Injected fault: destroy the socket once this many bytes of the request body have been read. */
  cutBodyAfterBytes: number | undefined;
  /** Injected fault: answer only this many bytes, then destroy the socket. */
  cutAnswerAfterBytes: number | undefined;
  /** Injected fault: do the work, then destroy the socket instead of answering. */
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
