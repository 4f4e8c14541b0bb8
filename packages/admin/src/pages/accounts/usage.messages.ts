import { defineMessages } from '../../i18n/use-text.js';

export const MESSAGES = defineMessages(
  {
    title: 'TikTok’s limits',
    none: 'Nothing has been counted yet.',
    posts_per_day: 'Posts',
    pending_drafts: 'Drafts waiting in the TikTok app',
    active_users: 'Accounts that post with this app',
    init_rate: 'New posts',
    window: '{window, select, minute {in one minute} day {in 24 hours} other {in {hours} hours}}',
    named: '{name} ({window})',
    used: '{used} of {limit}',
    full: 'Used up. Further posts wait until there is room.',
    notAudited:
      'TikTok has not audited the app yet: posts are visible only to the account itself, which must be private.',
  },
  {
    title: 'Grenzen von TikTok',
    none: 'Bisher wurde nichts gezählt.',
    posts_per_day: 'Beiträge',
    pending_drafts: 'Wartende Entwürfe in der TikTok-App',
    active_users: 'Konten, die mit dieser App veröffentlichen',
    init_rate: 'Neue Beiträge',
    window: '{window, select, minute {in einer Minute} day {in 24 Stunden} other {in {hours} Stunden}}',
    named: '{name} ({window})',
    used: '{used} von {limit}',
    full: 'Aufgebraucht. Weitere Beiträge warten, bis wieder Platz ist.',
    notAudited:
      'TikTok hat die App noch nicht geprüft: Beiträge sieht nur das Konto selbst, und es muss privat sein.',
  },
);
