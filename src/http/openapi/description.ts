/** What holds for every call, at the head of the document. */
export const DESCRIPTION = `Connects TikTok accounts, publishes videos and photos, syncs engagement, and receives webhooks.

Send the headers \`Authorization: Bearer <jwt>\` and \`orgid\`. For development, \`npm run --silent token -- --org <id>\` prints a
token. This document is served at \`/api/openapi.json\`, and a page to try it at \`/api/docs\`.

Errors are RFC 9457 problems with a stable \`code\`, a \`detail\` and, for invalid input, every invalid field. Lists take
\`?limit=&cursor=\` and answer \`{items, nextCursor?}\`.

A resource calls its own id \`id\`, and others refer to it by its name: \`id\` of an integration is \`integrationId\` elsewhere. A
publication's id is \`publishId\` everywhere. Ids of TikTok are strings, since they have 19 digits.

Calls below \`/api/upstream/call/tiktok-provider/\` are the provider interface of the platform. \`list-publications\` and
\`get-publish-status\` are aliases of \`GET /api/publications\` and \`GET /api/publications/{publishId}\`; prefer those in new code.

Each user may make a limited number of calls a minute in an organisation. The \`RateLimit-*\` headers show how many are left, and 429
\`too_many_requests\` comes with \`Retry-After\`. To send a call again without doing its work twice, give it an
\`Idempotency-Key\`. The answer is then the first one's, with \`Idempotency-Replayed: true\`, for 24 hours.`;
