/** The introduction of the document, which applies to every call. */
export const DESCRIPTION = `Connects TikTok accounts, publishes videos and photos, syncs engagement, and receives webhooks.

Send the headers \`Authorization: Bearer <jwt>\` and \`orgid\`. For development, \`npm run --silent token -- --org <id>\` prints a
token. This document is served at \`/api/openapi.json\`, and a page to try it at \`/api/docs\`.

Errors are RFC 9457 problems with a stable \`code\`, a \`detail\` and, for invalid input, every invalid field. Lists take
\`?limit=&cursor=\` and return \`{items, nextCursor?}\`.

A resource's own id is \`id\`; other resources name it, for example \`integrationId\`. A publication's id is \`publishId\`
everywhere. TikTok's ids are strings, because they have 19 digits.

Calls below \`/api/upstream/call/tiktok-provider/\` are the provider interface of the platform. \`list-publications\` and
\`get-publish-status\` are aliases of \`GET /api/publications\` and \`GET /api/publications/{publishId}\`. Prefer the latter in new
code.

Calls are rate-limited per user and organisation. The \`RateLimit-*\` headers show how many calls are left, and 429
\`too_many_requests\` has \`Retry-After\`. To retry a call safely, send an \`Idempotency-Key\`. For 24 hours, a call with the same
key returns the first answer with \`Idempotency-Replayed: true\`.

Deprecated fields carry the values of renamed fields. Version 1.0 removes them.`;
