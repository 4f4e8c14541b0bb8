import { defineMessages } from '../../i18n/use-text.js';

export const LIMIT_MESSAGES = defineMessages(
  {
    detail: 'How much of TikTok’s limits each account has used.',
    posts_per_day: 'Posts per day',
    pending_drafts: 'Drafts that wait in the TikTok app',
    used: '{used, number} of {limit, number}',
    window: 'within {hours, plural, one {# hour} other {# hours}}',
    none: 'No accounts yet',
    noneDetail: 'Connect an account to see its limits.',
    noQuota: 'No limits to show.',
  },
  {
    detail: 'Wie weit jedes Konto die Limits von TikTok ausgeschöpft hat.',
    posts_per_day: 'Beiträge pro Tag',
    pending_drafts: 'Entwürfe, die in der TikTok-App warten',
    used: '{used, number} von {limit, number}',
    window: 'innerhalb von {hours, plural, one {# Stunde} other {# Stunden}}',
    none: 'Noch keine Konten',
    noneDetail: 'Verbinden Sie ein Konto, um seine Limits zu sehen.',
    noQuota: 'Keine Limits vorhanden.',
  },
);
