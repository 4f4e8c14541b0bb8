import type { JournalEntry } from '../../http/journal.js';
import type { World } from '../../world.js';
import { type Html, html } from '../html.js';
import { badge, table, timeOfDay } from './section.js';

const SHOWN_REQUESTS = 40;

// Of an answer without an envelope, of the open API, and of the API for Business.
const SUCCESS = new Set(['', 'ok', '0']);

/** Requests as they arrive, newest first. */
export function requestsSection(world: World): Html {
  const { calls, answers429 } = world.journal.counters();
  const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
  return html`<p>
      ${total.toLocaleString('en')} calls, ${answers429.toLocaleString('en')} answered with 429.
    </p>
    ${table(
      ['time', 'request', 'status', 'code', 'ms'],
      world.journal.latest(SHOWN_REQUESTS).map((entry) => row(entry)),
      'No request has come in yet.',
    )}`;
}

function row(entry: JournalEntry): Html {
  const isGood = entry.status >= 200 && entry.status < 400 && SUCCESS.has(entry.code ?? '');
  return html`<tr>
    <td>${timeOfDay(entry.at)}</td>
    <td><code>${entry.method} ${entry.path}</code></td>
    <td>${badge(entry.status === 0 ? 'cut' : String(entry.status), isGood ? 'good' : 'bad')}</td>
    <td>${entry.code ?? ''}</td>
    <td>${entry.ms}</td>
  </tr>`;
}
