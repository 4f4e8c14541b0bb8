import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { format } from 'prettier';
import { validationPage } from './validation-page.js';

const PAGE = 'docs/ads-validation.md';

it('docs/ads-validation.md is generated from the rules (UPDATE_DOCS=1 rewrites it)', async () => {
  const text = await format(validationPage(), { parser: 'markdown' });
  if (process.env['UPDATE_DOCS']) writeFileSync(PAGE, text);
  expect(readFileSync(PAGE, 'utf8')).toBe(text);
});
