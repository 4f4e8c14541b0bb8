import { expect } from '@jest/globals';
import type { Tenant } from '../connector.js';
import { WebhookReceiver } from '../webhook-receiver.js';

export const HOOKS = '/api/crm/webhooks';
export const CRM_EVENTS = ['conversation.created', 'conversation.updated', 'message.created'];

export interface Hook {
  id: string;
  url: string;
  secret: string;
  enabled: boolean;
  disabledReason: string | null;
}

/** An event as another CRM receives it. */
export interface CrmEvent {
  type: string;
  timestamp: string;
  data: {
    organisationId: string;
    conversation: { id: string; kind: string };
    message?: { id: string; direction: string; text: string | null };
  };
}

const receivers: WebhookReceiver[] = [];

/** Closes what `follow` has opened. */
export function closeReceivers(): void {
  for (const receiver of receivers.splice(0)) receiver.close();
}

/** A webhook whose receiver knows the secret only after the call, as in life. */
export async function follow(
  { api }: Pick<Tenant, 'api'>,
  events = CRM_EVENTS,
): Promise<{ hook: Hook; receiver: WebhookReceiver }> {
  const probe = await WebhookReceiver.open('whsec_');
  receivers.push(probe);
  const { status, body } = await api.post<Hook>(HOOKS, { url: probe.url, events });
  expect(status).toBe(201);
  const receiver = await WebhookReceiver.open(body.secret);
  receivers.push(receiver);
  await api.send('PATCH', `${HOOKS}/${body.id}`, {
    body: JSON.stringify({ url: receiver.url }),
    headers: { 'content-type': 'application/json' },
  });
  return { hook: body, receiver };
}

export function eventsAt(receiver: WebhookReceiver): CrmEvent[] {
  return receiver.received.map(({ body }) => JSON.parse(body) as CrmEvent);
}
