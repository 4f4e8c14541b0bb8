import { type Html, html } from '../html.js';

/** A titled part of the page. The script replaces what is inside `data-live` when it has changed. */
export function section(id: string, title: string, body: Html): Html {
  return html`<section aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <div id="${id}" data-live>${body}</div>
  </section>`;
}

export function table(heads: readonly string[], rows: readonly Html[], empty: string): Html {
  if (rows.length === 0) return html`<p class="quiet">${empty}</p>`;
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** A word with a colour for its state. */
export function badge(text: string, mood: 'good' | 'bad' | 'wait' | 'plain' = 'plain'): Html {
  return html`<span class="badge ${mood}">${text}</span>`;
}

export function timeOfDay(iso: string): string {
  return iso.slice(11, 19);
}
