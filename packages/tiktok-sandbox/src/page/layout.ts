import { Html, html } from './html.js';

const STYLE = new Html(`
  :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 16%, transparent);
    --soft: color-mix(in srgb, currentColor 5%, transparent); --brand: #d81e46; }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 1.5rem auto 4rem; padding: 0 1rem; }
  h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem; }
  p { margin: .4rem 0; } .quiet { opacity: .72; } .bad { color: #d33; }
  nav a { display: inline-block; margin: .3rem .8rem .3rem 0; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; }
  th { font-size: .82rem; opacity: .72; }
  th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line); }
  code { font-family: ui-monospace, monospace; font-size: .87em; overflow-wrap: anywhere; }
  .box { border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.4rem; max-width: 30rem; margin: 4rem auto; }
  .box label { display: block; margin: .3rem 0; }
  button, input, select { font: inherit; border-radius: .4rem; border: 1px solid var(--line); padding: .2rem .6rem; }
  button { cursor: pointer; background: var(--soft); } button:hover { border-color: currentColor; }
  button.main { background: var(--brand); border-color: var(--brand); color: white; padding: .4rem 1.2rem; }
  :focus-visible { outline: 2px solid var(--brand); outline-offset: 1px; }
  .controls { display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; }
  td.controls { border-bottom: none; gap: .3rem; }
  form.control { display: flex; flex-wrap: wrap; gap: .3rem; align-items: center; margin: 0; }
  form.control input[type='number'] { width: 6.5rem; } form.control input[type='text'] { width: 9rem; }
  form.control input[name='match'] { width: 18rem; }
  .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(32rem, 1fr)); gap: .8rem; margin-bottom: .8rem; align-items: start; }
  .card:has(.grid) { grid-column: 1 / -1; }
  .card { border: 1px solid var(--line); border-radius: .7rem; padding: .8rem; }
  .card header { display: flex; gap: .8rem; align-items: center; margin-bottom: .6rem; }
  .card header img { border-radius: 50%; }
  .grid { list-style: none; margin: .8rem 0 .4rem; padding: 0; display: grid; gap: .7rem; }
  .grid li { display: flex; gap: .8rem; } .grid img { width: 66px; height: 117px; border-radius: .4rem; object-fit: cover; }
  .badge { border-radius: 1rem; padding: .05rem .55rem; font-size: .85em; white-space: nowrap; background: var(--line); }
  .badge.good { background: #1a7f3730; } .badge.bad { background: #d3333330; } .badge.wait { background: #c9870030; }
  #said { position: sticky; top: .4rem; z-index: 1; display: block; font-family: ui-monospace, monospace; font-size: .85em;
    overflow-wrap: anywhere; padding: .4rem .8rem; border: 1px solid var(--line); border-radius: .5rem; background: Canvas; }
  #said:empty { display: none; }
  @media (max-width: 40rem) { .cards { grid-template-columns: 1fr; } }`);

/** A whole page without a single external asset. */
export function layout(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`.text;
}
