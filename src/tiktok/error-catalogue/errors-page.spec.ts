import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ERROR_FAMILIES, type ErrorFamily } from './error-entry.js';
import { ERROR_CATALOGUE, type ErrorExplanation } from './explain-error.js';

// Jest runs in the root of the repository.
const PAGE = path.resolve('docs/errors.md');

const INTRODUCTION = `# Errors

Every code that TikTok, or this service in its place, may give as the reason for a refusal. The page is written from the data in
\`src/tiktok/error-catalogue\`; a unit test compares the two and, with \`UPDATE_DOCS=1\`, writes the page anew. TikTok's own list is
behind each code.

- **fixableBy**: \`user\` the owner of the TikTok account or the marketing person, \`admin\` the customer's administrator, \`developer\`
  whoever runs the TikTok app and this service, \`tiktok\` TikTok itself.
- **retry**: when the same thing may be tried again. It is about the cause only: a change at TikTok whose outcome is unknown is never
  sent again by itself.
- A call that asks TikTok while a person waits answers with TikTok's code, this sentence as \`detail\`, and a status that follows from
  the fixableBy: 409 for \`user\` and \`admin\`, 502 for \`developer\` (only the operator can help), 503 for \`tiktok\`. Limits are 429
  \`tiktok_rate_limit\`; a TikTok that does not answer is 503 \`tiktok_unavailable\`. 429 and 503 carry \`Retry-After\`.
- The i18n key of a sentence is \`tiktok.errors.<family>.<code>\`. A code that is not here is shown as it is, has the fixableBy
  \`developer\`, the retry class \`never\` and the key \`tiktok.errors.<family>.unknown_code\`; it is counted and logged once.
`;

const TITLES: Record<ErrorFamily, string> = {
  oauth: 'Signing in (`oauth`)',
  open_api: 'Calls of open.tiktokapis.com (`open_api`)',
  fail_reason: 'Posts that TikTok took and did not publish (`fail_reason`)',
  authorization_removed: 'Reasons of the webhook authorization.removed (`authorization_removed`)',
  business: 'Calls of business-api.tiktok.com (`business`)',
  connector: 'Verdicts of this service (`connector`)',
};

it('docs/errors.md says what the catalogue says', () => {
  const page = [INTRODUCTION, ...ERROR_FAMILIES.map(section)].join('\n');
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

function section(family: ErrorFamily): string {
  const rows = ERROR_CATALOGUE.filter((entry) => entry.family === family).map(row);
  const head = ['| code | cause | what a person is told | fixableBy | retry |', '|---|---|---|---|---|'];
  return [`## ${TITLES[family]}`, '', ...head, ...rows, ''].join('\n');
}

function row({ code, link, cause, message, fixableBy, retry }: ErrorExplanation): string {
  const cells = [`[\`${code}\`](${link})`, cause, message, fixableBy, retry];
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}
