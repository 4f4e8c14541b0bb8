import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOwnPath, record } from '../http/journal.hook.js';
import { notesOf } from '../http/request-notes.js';
import { UPLOAD_PATH } from '../upload/open-upload.js';
import type { World } from '../world.js';
import { faultAnswer } from './fault-answer.js';
import type { FaultRule } from './fault-rule.js';

const DEFAULT_CUT_BYTES = 10;

/** Makes calls fail according to the rules: before the work, or after it if the effect must remain. */
export function faultHooks(app: FastifyInstance, world: World): void {
  // Not async, and at once done without a rule: an upload whose listener comes one tick later than its first
  // bytes is paused, and streams at half the speed from then on.
  app.addHook('onRequest', (request, reply, done) => {
    const path = request.url.split('?')[0] ?? '';
    const rule = isOwnPath(request.url) ? undefined : world.faults.strike(request.method, path);
    if (!rule) return done();
    strike(world, rule, path, request, reply).then((isAnswered) => isAnswered || done(), done);
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    const { loseAnswer, cutAnswerAfterBytes } = notesOf(request);
    if (loseAnswer) request.raw.socket.destroy();
    if (cutAnswerAfterBytes === undefined || typeof payload !== 'string') return done(null, payload);
    void reply.header('content-length', Buffer.byteLength(payload));
    done(null, brokenOff(payload, cutAnswerAfterBytes));
  });
}

/** @returns true if the call has had its response, or will never have one */
async function strike(
  world: World,
  rule: FaultRule,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  const notes = notesOf(request);
  switch (rule.kind) {
    case 'slow':
      await wait(rule.ms ?? 1000, undefined, { ref: false });
      return false;
    case 'lost_response':
      notes.loseAnswer = true;
      return false;
    case 'reset_mid_body':
      if (path === UPLOAD_PATH) notes.cutBodyAfterBytes = rule.bytes ?? DEFAULT_CUT_BYTES;
      else notes.cutAnswerAfterBytes = rule.bytes ?? DEFAULT_CUT_BYTES;
      return false;
    case 'reset':
    case 'hang':
      notes.code = rule.kind;
      record(world, request, reply, 0);
      reply.hijack();
      // A hanging connection stays open and silent until the caller disconnects.
      if (rule.kind === 'reset') request.raw.socket.destroy();
      return true;
    default: {
      const answer = faultAnswer(world.settings, rule, path, world.clock.now());
      notes.code = answer.code;
      void reply.status(answer.status).type(answer.type).send(answer.body);
      return true;
    }
  }
}

/** A body that ends with a broken connection. */
function brokenOff(text: string, bytes: number): Readable {
  const head = Buffer.from(text).subarray(0, bytes);
  return Readable.from(
    (async function* () {
      yield head;
      // The first bytes must be on the wire before the break.
      await wait(20);
      throw new Error('cut by a fault rule');
    })(),
  );
}
