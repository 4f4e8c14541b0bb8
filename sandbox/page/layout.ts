import { Html, html } from './html.js';

const STYLE = new Html(`
  :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin-top: 2rem; }
  table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
  code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
  .box { border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.4rem; max-width: 30rem; margin: 4rem auto; }
  button { font: inherit; padding: .4rem 1.2rem; border-radius: .4rem; border: 1px solid var(--line); cursor: pointer; }
  button.main { background: #fe2c55; border-color: #fe2c55; color: white; }
  label { display: block; margin: .3rem 0; } .bad { color: #d33; }`);

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
