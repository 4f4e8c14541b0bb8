import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const PAGES = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...[
    'docs',
    'docs/adr',
    'docs/guides',
    'docs/screens',
    'packages/tiktok-sandbox',
    'packages/tiktok-sandbox/docs',
    'packages/admin',
    'packages/client',
    'packages/local-postgres',
  ].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join(folder, name)),
  ),
];

/** Files and folders that a page names in code, without those with a placeholder. */
function pathsIn(markdown: string): string[] {
  const spans = [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
  return spans.filter((text) => /^(src|packages|scripts|bench|test|docs)\/[\w./-]*$/.test(text));
}

/** Relative targets of links, without their anchors. */
function linksIn(markdown: string): string[] {
  const targets = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^(https?:|#)/.test(target)).map((target) => target.split('#')[0] ?? '');
}

describe('The pages', () => {
  it.each(PAGES)('%s names only files that exist', (page) => {
    expect(pathsIn(readFileSync(page, 'utf8')).filter((file) => !existsSync(file))).toEqual([]);
  });

  it.each(PAGES)('%s links only to files that exist', (page) => {
    const links = linksIn(readFileSync(page, 'utf8'));
    expect(links.filter((link) => !existsSync(path.join(path.dirname(page), link)))).toEqual([]);
  });
});
