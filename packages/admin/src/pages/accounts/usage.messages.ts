import { defineMessages } from '../../i18n/use-text.js';

export const MESSAGES = defineMessages(
  {
    title: 'TikTok’s limits',
    none: 'Nothing has been counted yet.',
    posts_per_day: 'Posts',
    pending_drafts: 'Drafts that wait in the TikTok app',
    active_users: 'Accounts that post with this app',
    init_rate: 'Posts that have been started',
    window: '{window, select, minute {in one minute} day {in 24 hours} other {in {hours} hours}}',
    used: '{used} of {limit}',
    full: 'Used up. Further posts wait until there is room.',
    notAudited:
      'TikTok has not audited the app yet: posts are visible only to the account itself, which must be private.',
  },
  {
    title: 'Grenzen von TikTok',
    none: 'Bisher wurde nichts gezählt.',
    posts_per_day: 'Beiträge',
    pending_drafts: 'Entwürfe, die in der TikTok-App warten',
    active_users: 'Konten, die mit dieser App veröffentlichen',
    init_rate: 'Begonnene Beiträge',
    window: '{window, select, minute {in einer Minute} day {in 24 Stunden} other {in {hours} Stunden}}',
    used: '{used} von {limit}',
    full: 'Aufgebraucht. Weitere Beiträge warten, bis wieder Platz ist.',
    notAudited:
      'TikTok hat die App noch nicht geprüft: Beiträge sieht nur das Konto selbst, und es muss privat sein.',
  },
);
