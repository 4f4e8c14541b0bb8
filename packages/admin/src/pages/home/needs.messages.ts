import { defineMessages } from '../../i18n/use-text.js';

export const MESSAGES = defineMessages(
  {
    title: 'Needs you now',
    nothing: 'Nothing needs you now',
    nothingDetail: 'All accounts work, and there are no failed posts or open findings.',
    incomplete: 'Part of this list could not be loaded.',
    retry: 'Try again',
    expired: 'Access to {name} has ended',
    expiredDetail: 'Nothing is published or synced. An admin reconnects the account.',
    pending: '{name} is not completely connected',
    pendingDetail: 'The sign-in at TikTok was not finished.',
    moreAccounts: '{count, plural, one {Another account needs} other {# more accounts need}} attention',
    unknown: 'Was “{title}” posted?',
    unknownDetail: 'TikTok did not answer. Look at the account, and say whether the post is there.',
    moreUnknown: '{count, plural, one {Another post has} other {# more posts have}} an unknown outcome',
    failed: '“{title}” was not posted',
    moreFailed: '{count, plural, one {Another post has} other {# more posts have}} failed in the last 7 days',
    waits: '{count, plural, one {One post waits} other {# posts wait}} because a limit of TikTok is used up',
    unanswered:
      '{count, plural, one {One conversation is} other {{more, select, yes {More than {count, number}} other {{count, number}}} conversations are}} not answered',
    unread: '{count, plural, =0 {All are read.} one {One is unread.} other {# are unread.}}',
    approval: '{count, plural, one {One launch of ads waits} other {# launches of ads wait}} for approval',
    account:
      '{count, plural, one {One ad account is} other {# ad accounts are}} suspended, closed or rejected',
    balance:
      '{count, plural, one {The balance of an ad account is} other {The balances of # ad accounts are}} low',
    rejected: '{count, plural, one {TikTok has rejected an ad} other {TikTok has rejected # ads}}',
    not_serving: '{count, plural, one {One ad is} other {# ads are}} not shown to anyone',
    spark_post:
      '{count, plural, one {The authorisation of a creator’s post ends} other {The authorisations of # creators’ posts end}} soon',
    audience:
      '{count, plural, one {TikTok is about to delete an audience} other {TikTok is about to delete # audiences}}',
  },
  {
    title: 'Jetzt zu erledigen',
    nothing: 'Zurzeit ist nichts zu erledigen',
    nothingDetail:
      'Alle Konten funktionieren, kein Beitrag ist fehlgeschlagen und nichts ist zu beanstanden.',
    incomplete: 'Ein Teil dieser Liste konnte nicht geladen werden.',
    retry: 'Erneut versuchen',
    expired: 'Der Zugriff auf {name} ist beendet',
    expiredDetail: 'Es wird nichts veröffentlicht oder abgerufen. Ein Administrator verbindet das Konto neu.',
    pending: '{name} ist nicht vollständig verbunden',
    pendingDetail: 'Die Anmeldung bei TikTok wurde nicht abgeschlossen.',
    moreAccounts:
      '{count, plural, one {Ein weiteres Konto braucht} other {# weitere Konten brauchen}} Aufmerksamkeit',
    unknown: 'Wurde „{title}“ veröffentlicht?',
    unknownDetail:
      'TikTok hat nicht geantwortet. Sehen Sie im Konto nach und geben Sie an, ob der Beitrag dort ist.',
    moreUnknown:
      'Bei {count, plural, one {einem weiteren Beitrag} other {# weiteren Beiträgen}} ist der Ausgang unbekannt',
    failed: '„{title}“ wurde nicht veröffentlicht',
    moreFailed:
      '{count, plural, one {Ein weiterer Beitrag ist} other {# weitere Beiträge sind}} in den letzten 7 Tagen fehlgeschlagen',
    waits:
      '{count, plural, one {Ein Beitrag wartet} other {# Beiträge warten}}, weil eine Grenze von TikTok erreicht ist',
    unanswered:
      '{count, plural, one {Eine Unterhaltung ist} other {{more, select, yes {Mehr als {count, number}} other {{count, number}}} Unterhaltungen sind}} nicht beantwortet',
    unread: '{count, plural, =0 {Alle sind gelesen.} one {Eine ist ungelesen.} other {# sind ungelesen.}}',
    approval:
      '{count, plural, one {Eine Anzeigenschaltung wartet} other {# Anzeigenschaltungen warten}} auf Freigabe',
    account:
      '{count, plural, one {Ein Werbekonto ist} other {# Werbekonten sind}} gesperrt, geschlossen oder abgelehnt',
    balance:
      '{count, plural, one {Das Guthaben eines Werbekontos ist} other {Die Guthaben von # Werbekonten sind}} niedrig',
    rejected:
      '{count, plural, one {TikTok hat eine Anzeige abgelehnt} other {TikTok hat # Anzeigen abgelehnt}}',
    not_serving: '{count, plural, one {Eine Anzeige wird} other {# Anzeigen werden}} niemandem gezeigt',
    spark_post:
      '{count, plural, one {Die Freigabe eines Creator-Beitrags endet} other {Die Freigaben von # Creator-Beiträgen enden}} bald',
    audience:
      '{count, plural, one {TikTok löscht bald eine Zielgruppe} other {TikTok löscht bald # Zielgruppen}}',
  },
);
