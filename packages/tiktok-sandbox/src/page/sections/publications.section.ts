import { isPostableDraft } from '../../posting/lifecycle.js';
import { isFinal, type Publication } from '../../posting/publication.js';
import type { World } from '../../world.js';
import { controlForm } from '../control-form.js';
import { type Html, html } from '../html.js';
import { badge, table } from './section.js';

const SHOWN_PUBLICATIONS = 20;

export function publicationsSection(world: World): Html {
  return table(
    ['publish_id', 'account', 'status', 'bytes', 'sha256', 'post ids', ''],
    world.publications.latest(SHOWN_PUBLICATIONS).map((one) => row(one)),
    'Nothing has been posted yet.',
  );
}

function row(one: Publication): Html {
  const mood = one.status === 'FAILED' ? 'bad' : isFinal(one) ? 'good' : 'wait';
  const path = `POST /publications/${encodeURIComponent(one.id)}` as const;
  return html`<tr>
    <td><code>${one.id}</code></td>
    <td>@${one.username}</td>
    <td>${badge(one.status, mood)} ${one.failReason ?? ''}${one.inModeration ? ' in moderation' : ''}</td>
    <td>${one.receivedBytes.toLocaleString('en')} / ${one.totalBytes.toLocaleString('en')}</td>
    <td>
      <code>${one.sha256?.slice(0, 12) ?? ''}</code>
    </td>
    <td><code>${one.postIds.join(', ')}</code></td>
    <td class="controls">
      ${isPostableDraft(one) ? controlForm(path, 'Post it', [{ name: 'action', value: 'post' }]) : html``}
      ${isFinal(one) ? html`` : controlForm(path, 'Fail it', [{ name: 'action', value: 'fail' }])}
    </td>
  </tr>`;
}
