import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ERROR_FAMILIES, type ErrorFamily } from './error-entry.js';
import { ERROR_CATALOGUE, type ErrorExplanation } from './explain-error.js';

// Jest runs in the root of the repository.
const PAGE = path.resolve('docs/errors.md');

const INTRODUCTION = `# Errors

All error codes of TikTok and of this service. A unit test generates this page from \`src/tiktok/error-catalogue\`: run it with
\`UPDATE_DOCS=1\` to update the page. Each code links to TikTok's documentation.

- **fixableBy**: who can fix the problem. \`user\` is the author of a post or the owner of the TikTok account, \`admin\` the
  organisation's administrator, \`developer\` the operator of the TikTok app and this service, \`tiktok\` TikTok itself.
- **retry**: when to retry, judged by the cause alone. A change at TikTok whose outcome is unknown is never retried automatically.
- An API call that calls TikTok returns TikTok's code, this message as \`detail\`, and a status that follows from \`fixableBy\`: 409
  for \`user\` and \`admin\`, 502 for \`developer\`, 503 for \`tiktok\`. If a limit is reached, it returns 429 \`tiktok_rate_limit\`. If
  TikTok does not respond, it returns 503 \`tiktok_unavailable\`. 429 and 503 have a \`Retry-After\` header.
- **i18n**: the key of a message is \`tiktok.errors.<family>.<code>\`. An unknown code is shown as it is, with the key
  \`tiktok.errors.<family>.unknown_code\`, \`fixableBy\` \`developer\` and \`retry\` \`never\`. It is counted, and logged once.
`;

const TITLES: Record<ErrorFamily, string> = {
  oauth: 'Sign-in (`oauth`)',
  open_api: 'Calls of open.tiktokapis.com (`open_api`)',
  fail_reason: 'Accepted posts that TikTok did not publish (`fail_reason`)',
  authorization_removed: 'Reasons in the webhook authorization.removed (`authorization_removed`)',
  business: 'Calls of business-api.tiktok.com (`business`)',
  connector: 'Codes of this service (`connector`)',
};

it('keeps docs/errors.md in line with the error catalogue', () => {
  const page = [INTRODUCTION, ...ERROR_FAMILIES.map(section)].join('\n');
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

function section(family: ErrorFamily): string {
  const rows = ERROR_CATALOGUE.filter((entry) => entry.family === family).map(row);
  const head = ['| code | cause | message | fixableBy | retry |', '|---|---|---|---|---|'];
  return [`## ${TITLES[family]}`, '', ...head, ...rows, ''].join('\n');
}

function row({ code, link, cause, message, fixableBy, retry }: ErrorExplanation): string {
  const cells = [`[\`${code}\`](${link})`, cause, message, fixableBy, retry];
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}
