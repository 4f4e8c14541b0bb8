import type { CreatorInfoView } from './dto/creator-info.view.js';

// TikTok's own wording: https://developers.tiktok.com/doc/content-sharing-guidelines

export const DISCLOSURE: CreatorInfoView['disclosure'] = {
  field: 'commercialDisclosure',
  explanation: 'Switch on when the post promotes goods or services in exchange for something of value.',
  hint: 'You need to indicate if your content promotes yourself, a third party, or both.',
  choices: [
    {
      field: 'brandOrganic',
      name: 'Your brand',
      explanation:
        'You are promoting yourself or your own business. The post will be labeled as "Promotional content", which cannot be changed once it is posted.',
      label: 'Promotional content',
      notWith: [],
    },
    {
      field: 'brandedContent',
      name: 'Branded content',
      explanation:
        'You are promoting another brand or a third party. The post will be labeled as "Paid partnership", which cannot be changed once it is posted. Its visibility cannot be private.',
      label: 'Paid partnership',
      notWith: ['SELF_ONLY'],
    },
  ],
};

export const NOTICES = [
  'After you publish, it can take a few minutes until the post is processed and visible on the profile.',
  'Show users a preview before they publish. Do not add a watermark, logo or link of your own.',
];
