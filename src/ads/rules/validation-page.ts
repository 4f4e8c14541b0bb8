import { CURRENCY_RATIOS } from './tables/currency-ratios.js';
import { GOAL_TABLE } from './tables/goal-table.js';
import { RULES } from './rule-catalogue.js';
import { SHARED_FIELDS } from './shared-fields.js';

const HEAD = `# Validating a launch of ads

For UI developers. \`POST /api/ads/validate\` takes the body of a launch and creates nothing. It answers \`driver\` (how TikTok
creates the campaign, or null), \`complaints\`, their number as \`errors\`, \`largestDailySpend\` and \`unchecked\`.

The service asks TikTok once for each kind of thing that the body names: identities, pixels, apps, audiences, videos, images, posts, regions
and languages. A field that it could not check is in \`unchecked\` with the reason, and is no complaint: a launch with it is accepted.
If that leaves open whether a publication becomes a post or an upload, the launch decides before it uploads anything.

A complaint names the \`field\`, the \`rule\` and what would pass. \`suggestion\` is a value that would pass; null means that the field
should be left out. Without a suggestion only you can know the value, such as an id. Fields of the wrong type answer 400 before the rules.
Ids and amounts are text, and times carry a zone.

A daily budget of most objectives is a mean over 7 days: TikTok may spend 25 % more on one day. \`largestDailySpend.amount\` includes that.
A lifetime budget has no daily limit, so its whole amount counts; \`mean\` is its share of a day. The limits of \`PUT /api/ads/policy\`
count the same amount. Creates of single campaigns, ad groups and ads are checked by the same rules,
ad groups and ads also against the ad account.

This page is generated from the rules: \`UPDATE_DOCS=1 npm test -- unit validation-page\`.
`;

/** The text of docs/ads-validation.md. */
export function validationPage(): string {
  return [
    HEAD,
    '## Rules\n',
    rules(),
    '\n## Goals\n',
    goals(),
    '\n## Fields that ad groups share\n',
    shared(),
    '\n## Currencies\n',
    currencies(),
  ].join('\n');
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function rules(): string {
  return table(
    ['rule', 'what it wants'],
    Object.entries(RULES).map(([name, text]) => [`\`${name}\``, text]),
  );
}

function goals(): string {
  return table(
    ['objective', 'goal', 'billing', 'bids', 'event', 'pixel', 'only'],
    GOAL_TABLE.map(({ objective, goal, billing, bids, event, pixel, driver, allowlisted }) => [
      objective,
      goal,
      billing === 'setting' ? 'ADS_PAGE_VISIT_BILLING' : billing,
      bids,
      typeof event === 'string' ? event : event.join(' or '),
      pixel,
      [driver, allowlisted && 'ADS_ALLOWLISTED'].filter(Boolean).join(', '),
    ]),
  );
}

function shared(): string {
  return table(
    ['field', 'driver', 'budget'],
    SHARED_FIELDS.map(({ field, driver, optimized }) => [
      field,
      driver,
      optimized === undefined ? 'any' : optimized ? 'on the campaign' : 'on the ad groups',
    ]),
  );
}

function currencies(): string {
  const ratios = [...new Set(CURRENCY_RATIOS.values())];
  return table(
    ['minimums in USD times', 'currencies'],
    ratios.map((ratio) => [
      String(ratio),
      [...CURRENCY_RATIOS]
        .filter(([, one]) => one === ratio)
        .map(([currency]) => currency)
        .join(' '),
    ]),
  );
}
