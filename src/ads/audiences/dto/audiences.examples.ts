import type { CallExample, Page } from '../../../common/index.js';
import type { AudienceView } from './audience.view.js';
import type { NewAudienceDto } from './new-audience.dto.js';

const CONSENT = {
  basis: 'consent',
  source: 'newsletter form',
  collectedAt: '2026-11-01T00:00:00.000Z',
} as const;

const EMPTY: CallExample<never, AudienceView>['answer'] = {
  id: '01a22ae3-b315-7270-ac1b-a675fee20679',
  accountId: '7668846215200647215',
  name: 'Newsletter',
  kind: 'file',
  tiktokId: null,
  status: 'empty',
  statusText: 'Nothing was uploaded yet. Append a file of customers.',
  size: null,
  isValid: null,
  isExpiring: null,
  expiresAt: null,
  asOf: null,
  options: { phonePlus: true, stripDots: false, stripPlusTag: false },
  consent: CONSENT,
  retentionDays: null,
  createdAt: '2026-11-30T05:18:15.314Z',
};

export const NEW_AUDIENCE: CallExample<NewAudienceDto, AudienceView> = {
  summary: 'Customers who have agreed',
  request: { accountId: EMPTY.accountId, name: EMPTY.name, consent: CONSENT },
  status: 201,
  answer: EMPTY,
};

export const AUDIENCES: CallExample<never, Page<AudienceView>> = {
  summary: 'One whose customers TikTok is matching',
  status: 200,
  answer: {
    items: [
      {
        ...EMPTY,
        tiktokId: '190000001',
        status: 'matching',
        statusText:
          'TikTok matches the hashes with its users. This takes up to 48 h; until then the size is unknown.',
        isExpiring: false,
        expiresAt: '2027-11-30T05:18:13.000Z',
        asOf: '2026-11-30T05:18:13.719Z',
      },
    ],
  },
};
