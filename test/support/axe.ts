import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

// Text that is still fading in has too little contrast. Loaders never end.
const AT_REST = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished))`;

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}

/** Checks a page with axe. @returns the serious and critical findings */
export async function seriousFindings(page: Page): Promise<{ id: string; html: string[] }[]> {
  await page.evaluate(`${AT_REST}.then(() => undefined)`);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run(document)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, html: nodes.map(({ html }) => html) }));
}
