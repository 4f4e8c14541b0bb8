import type { Delivery } from '../../webhooks/webhook.sender.js';
import type { World } from '../../world.js';
import { controlForm } from '../control-form.js';
import { type Html, html } from '../html.js';
import { badge, table, timeOfDay } from './section.js';

const SHOWN_DELIVERIES = 20;
const EVENTS = [
  'authorization.removed',
  'post.publish.complete',
  'post.publish.publicly_available',
  'post.publish.no_longer_publicaly_available',
  'post.publish.inbox_delivered',
  'post.publish.failed',
  'portability.download.ready',
] as const;

export function webhooksSection(world: World): Html {
  return html`<p>They go to <code>${world.settings.webhookUrl || 'nowhere: webhookUrl is not set'}</code>.</p>
    <div class="controls">
      ${controlForm('POST /webhooks/emit', 'Emit', [{ name: 'event', label: 'Event', choices: EVENTS }])}
      ${controlForm('POST /webhooks/emit', 'Emit twice', [
        { name: 'event', value: 'authorization.removed' },
        { name: 'duplicate', value: true },
      ])}
      ${controlForm('POST /webhooks/emit', 'Emit wrongly signed', [
        { name: 'event', value: 'authorization.removed' },
        { name: 'badSignature', value: true },
      ])}
    </div>
    ${table(
      ['time', 'event', 'state', 'tries', 'last answer', 'body'],
      world.webhooks.deliveries
        .slice(-SHOWN_DELIVERIES)
        .toReversed()
        .map((delivery) => row(delivery)),
      'No webhook has been emitted yet.',
    )}`;
}

function row(delivery: Delivery): Html {
  const mood = { delivered: 'good', pending: 'wait', gave_up: 'bad', no_url: 'plain' } as const;
  return html`<tr>
    <td>${timeOfDay(delivery.at)}</td>
    <td>${delivery.event}</td>
    <td>${badge(delivery.state.replace('_', ' '), mood[delivery.state])}</td>
    <td>${delivery.attempts}</td>
    <td>${delivery.lastResult ?? ''}</td>
    <td><code>${delivery.body}</code></td>
  </tr>`;
}
