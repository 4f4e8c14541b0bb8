import type { ApiBodyOptions } from '@nestjs/swagger';

/** The body of an upload, by form or as JSON. */
export const CREATIVE_BODY: ApiBodyOptions = {
  schema: {
    type: 'object',
    properties: {
      accountId: {
        type: 'string',
        description: 'The ad account, by TikTok’s advertiser id. In a form it must come before the file.',
      },
      name: { type: 'string', maxLength: 100, description: 'A name that your organisation sees.' },
      url: {
        type: 'string',
        description: 'JSON only: an https address that TIKTOK_VERIFIED_URLS covers.',
      },
      publicationId: {
        type: 'string',
        format: 'uuid',
        description: 'JSON only: a publication whose file is still on this server, or was given by URL.',
      },
      file: { type: 'string', format: 'binary', description: 'Form only: the bytes.' },
    },
  },
};
