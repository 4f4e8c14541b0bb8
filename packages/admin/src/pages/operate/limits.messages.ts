import { defineMessages } from '../../i18n/use-text.js';

export const LIMIT_MESSAGES = defineMessages(
  {
    detail: 'How much of TikTok’s limits each account has used.',
    posts_per_day: 'Posts',
    pending_drafts: 'Drafts that wait in the TikTok app',
    active_users: 'Accounts that post',
    init_rate: 'Posts started',
    used: '{used, number} of {limit, number}',
    window: 'within {time}',
    none: 'No accounts yet',
    noneDetail: 'Connect an account to see its limits.',
    noQuota: 'No limits to show.',
  },
  {
    detail: 'Wie weit jedes Konto die Limits von TikTok ausgeschöpft hat.',
    posts_per_day: 'Beiträge',
    pending_drafts: 'Entwürfe, die in der TikTok-App warten',
    active_users: 'Konten, die posten',
    init_rate: 'Begonnene Beiträge',
    used: '{used, number} von {limit, number}',
    window: 'innerhalb von {time}',
    none: 'Noch keine Konten',
    noneDetail: 'Verbinden Sie ein Konto, um seine Limits zu sehen.',
    noQuota: 'Keine Limits vorhanden.',
  },
);
