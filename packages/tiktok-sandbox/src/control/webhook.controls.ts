import type { FastifyInstance } from 'fastify';
import { businessEvent, openApiEvent } from '../webhooks/event-of.js';
import type { WebhookEvent } from '../webhooks/webhook-event.js';
import type { World } from '../world.js';
import { accountIn, control, ControlError, type ControlInput, numberIn, textIn } from './control-input.js';

/** Well beyond any known tolerance. */
const LATE_SECONDS = 3600;

/** Pause between the deliveries of a list, so that they arrive in the order of sending. */
const STEP_SECONDS = 0.05;

/** Sends any webhook, also duplicated, late, delayed or wrongly signed; several in the wrong order. */
export function webhookControls(app: FastifyInstance, world: World): void {
  control(app, 'GET', '/webhooks', () => ({ deliveries: world.webhooks.deliveries }));
  control(app, 'POST', '/webhooks/emit', ({ body }) => {
    if (!Array.isArray(body['events'])) return emitOne(world, body);
    // The events keep their times; only the deliveries are reversed.
    const events = body['events'].map((event, at) =>
      Object.assign({ createTime: world.clock.seconds() + at }, body, event as ControlInput['body']),
    );
    if (body['outOfOrder'] === true) events.reverse();
    return {
      events: events.map((event, at) =>
        emitOne(world, Object.assign({ delaySeconds: at * STEP_SECONDS }, event)),
      ),
    };
  });
}

function emitOne(world: World, body: ControlInput['body']): object {
  const event = eventIn(world, body);
  const options = {
    delaySeconds: numberIn(body, 'delaySeconds') ?? 0,
    badSignature: body['badSignature'] === true,
    lateSeconds: typeof body['late'] === 'number' ? body['late'] : body['late'] === true ? LATE_SECONDS : 0,
  };
  const copies = body['duplicate'] === true ? 2 : 1;
  for (let copy = 0; copy < copies; copy += 1) world.webhooks.emit(event, options);
  return { event: event.event, userOpenId: event.userOpenId, content: event.content, copies };
}

/** Content given as text is sent unchanged, which allows bare 19-digit numbers. */
function eventIn(world: World, body: ControlInput['body']): WebhookEvent {
  const name = textIn(body, 'event');
  if (name === undefined) throw new ControlError('event is missing');
  const { username } = accountIn(world, body);
  const content = body['content'] ?? {};
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const isBusiness = (textIn(body, 'app') ?? familyOf(name)) === 'business';
  const event = isBusiness
    ? businessEvent(world, name, username, text)
    : { ...openApiEvent(world, name, username, {}), content: text };
  const isAnonymous = name === 'portability.download.ready';
  return {
    ...event,
    ...(isAnonymous ? { userOpenId: null } : {}),
    createTime: numberIn(body, 'createTime') ?? event.createTime,
  };
}

function familyOf(event: string): 'business' | 'open' {
  return /^(?:comment\.|im_|brand\.)/.test(event) ? 'business' : 'open';
}
