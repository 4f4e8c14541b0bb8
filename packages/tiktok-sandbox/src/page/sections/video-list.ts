import { coverPath } from '../../media/signed-url.js';
import { videoCounters } from '../../videos/video-counters.js';
import type { Video } from '../../videos/video.js';
import type { World } from '../../world.js';
import { controlForm } from '../control-form.js';
import { type Html, html } from '../html.js';
import { badge } from './section.js';

const PAGE = 8;

/** Some of an account's videos with covers and counters, and a link to older ones. */
export function videoList(world: World, username: string, before: number): Html {
  const page = world.videos.page(username, { before, count: PAGE + 1, publicOnly: false });
  const last = page[PAGE - 1];
  const hasMore = page.length > PAGE && last !== undefined;
  return html`<ul class="grid">
      ${page.slice(0, PAGE).map((video) => item(world, video))}
    </ul>
    ${
      hasMore
        ? html`<button type="button" data-videos="${username}" data-before="${last.createdAt}">Older</button>`
        : html``
    }`;
}

function item(world: World, video: Video): Html {
  const { views, likes, comments, shares } = videoCounters(world, video);
  const figures = `${short(views)} views · ${short(likes)} likes · ${short(comments)} comments · ${short(shares)} shares`;
  return html`<li>
    <img src="${coverPath(world, video.id)}" alt="Cover of video ${video.id}" loading="lazy" />
    <div>
      <p>${video.caption || 'no caption'} ${video.public ? html`` : badge('not public', 'wait')}</p>
      <p class="quiet">
        ${figures}<br /><code>${video.id}</code> · ${new Date(video.createdAt).toISOString().slice(0, 10)}
      </p>
      <div class="controls">
        ${controlForm('POST /comments', 'Comment', [
          { name: 'videoId', value: video.id },
          { name: 'username', value: 'curious.viewer', label: 'As' },
          { name: 'text', value: 'Price?', label: 'says' },
        ])}
        ${controlForm(`POST /videos/${video.id}`, video.public ? 'Hide' : 'Show', [
          { name: 'public', value: !video.public },
        ])}
        ${controlForm(`DELETE /videos/${video.id}`, 'Delete')}
      </div>
    </div>
  </li>`;
}

function short(count: number): string {
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(count);
}
