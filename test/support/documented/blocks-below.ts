import { readFileSync } from 'node:fs';

/** The blocks of a language below a heading of docs/operating.md. */
export function blocksBelow(heading: string, language: string): string {
  const text = readFileSync('docs/operating.md', 'utf8');
  const [, section = ''] = text.split(`### ${heading}\n`);
  const [own = ''] = section.split(/^##/m);
  const blocks = own.matchAll(new RegExp(`^( *)\`\`\`${language}\n([^]*?)\`\`\``, 'gm'));
  const found = [...blocks].map(([, , block]) => block).join('\n');
  if (found === '') throw new Error(`docs/operating.md has no ${language} below "${heading}"`);
  return found;
}
