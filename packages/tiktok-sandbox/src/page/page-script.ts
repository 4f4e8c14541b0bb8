/** The page's script: sends the buttons' control calls, and redraws what changed. */
export const PAGE_SCRIPT = String.raw`'use strict';
const REDRAW_EVERY_MS = 1000;
const said = document.getElementById('said');

function valueOf(input) {
  if (input.dataset.kind === 'number') return Number(input.value);
  if (input.dataset.kind === 'boolean') return input.value === 'true';
  return input.value;
}

function bodyOf(form) {
  const entries = [...form.elements].filter((input) => input.name && input.value !== '');
  return Object.fromEntries(entries.map((input) => [input.name, valueOf(input)]));
}

function say(text, isBad) {
  said.textContent = text;
  said.className = isBad ? 'bad' : '';
}

async function send(form) {
  const { method, path } = form.dataset;
  const answer = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(bodyOf(form)),
  });
  const text = await answer.text();
  const shown = text.length > 300 ? text.slice(0, 300) + '…' : text;
  say(method + ' ' + path + ' → ' + answer.status + ' ' + shown, !answer.ok);
  const videos = form.closest('.videos');
  if (videos) await showVideos(videos, videos.dataset.username);
  await redraw();
}

async function showVideos(place, username, before) {
  place.dataset.username = username;
  const query = new URLSearchParams({ account: username, before: before || '' });
  const html = await (await fetch('/page/videos?' + query)).text();
  if (before) {
    place.querySelector(':scope > button')?.remove();
    place.insertAdjacentHTML('beforeend', html);
  } else place.innerHTML = html;
}

const drawn = {};

/** Keeps open details and fields with input through a redraw. */
function replace(place, html) {
  const focused = document.activeElement;
  if (place.contains(focused) && /INPUT|SELECT/.test(focused.tagName)) return false;
  const kept = [...place.querySelectorAll('[data-keep]')].filter((part) => part.innerHTML !== '');
  const typed = [...place.querySelectorAll('label input, label select')].map((input) => input.value);
  place.innerHTML = html;
  for (const part of kept) {
    place.querySelector('[data-keep="' + CSS.escape(part.dataset.keep) + '"]')?.replaceWith(part);
    const button = part.parentElement?.querySelector('[data-videos]');
    if (button) button.setAttribute('aria-expanded', 'true');
  }
  const inputs = [...place.querySelectorAll('label input, label select')];
  if (inputs.length === typed.length) inputs.forEach((input, index) => (input.value = typed[index]));
  return true;
}

async function redraw() {
  const sections = await (await fetch('/page/live')).json();
  for (const [id, html] of Object.entries(sections)) {
    // The signatures of pictures change every second, the pictures do not.
    const essence = html.replaceAll(/x-expires=[^"]*/g, '');
    if (drawn[id] === essence) continue;
    if (drawn[id] === undefined || replace(document.getElementById(id), html)) drawn[id] = essence;
  }
}

document.addEventListener('submit', (event) => {
  if (!event.target.matches('form.control')) return;
  event.preventDefault();
  document.activeElement?.blur();
  send(event.target).catch((error) => say(String(error), true));
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-videos]');
  if (!button) return;
  const place = button.closest('.videos') ?? button.closest('.card').querySelector('.videos');
  const isOpen = button.getAttribute('aria-expanded') === 'true';
  if (button.hasAttribute('aria-expanded')) button.setAttribute('aria-expanded', String(!isOpen));
  if (isOpen) place.innerHTML = '';
  else showVideos(place, button.dataset.videos, button.dataset.before).catch((error) => say(String(error), true));
});

setInterval(() => {
  if (!document.hidden) redraw().catch((error) => say('The sandbox does not answer: ' + error, true));
}, REDRAW_EVERY_MS);
redraw();
`;
