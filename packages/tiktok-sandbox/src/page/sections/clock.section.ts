import { latencyText } from '../../http/latency.js';
import { ODDITY_NAMES } from '../../odd-lists/oddities.js';
import type { World } from '../../world.js';
import { controlForm } from '../control-form.js';
import { type Html, html } from '../html.js';

const ODD_CHOICES = ['none', 'all', ...ODDITY_NAMES.filter((name) => name !== 'all')];

/** The clock, the most used settings, and the reset. */
export function clockSection(world: World): Html {
  const { settings } = world;
  return html`<p>
      The sandbox's time is <b><code>${new Date(world.clock.now()).toISOString().slice(0, 19)}Z</code></b
      >, ${Math.round(world.clock.offset / 1000)} s ahead of the real one.
    </p>
    <div class="controls">
      ${controlForm('POST /clock', 'Advance', [
        { name: 'advanceSeconds', value: 3600, label: 'Advance the clock by seconds' },
      ])}
      ${controlForm('POST /settings', settings.rateLimits ? 'Rate limits off' : 'Rate limits on', [
        { name: 'rateLimits', value: !settings.rateLimits },
      ])}
      ${controlForm('POST /settings', settings.audited ? 'Make the app unaudited' : 'Make the app audited', [
        { name: 'audited', value: !settings.audited },
      ])}
      ${controlForm('POST /settings', 'Set the latency', [
        {
          name: 'latencyMs',
          value: latencyText(settings.latencyMs),
          label: 'Latency of every API call in ms',
        },
      ])}
      ${controlForm('POST /odd-lists', 'Make lists odd', [
        {
          name: 'on',
          label: `Odd lists (now: ${settings.oddLists.join(', ') || 'none'})`,
          choices: ODD_CHOICES,
        },
      ])}
      ${controlForm('POST /reset', 'Reset')}
    </div>`;
}
