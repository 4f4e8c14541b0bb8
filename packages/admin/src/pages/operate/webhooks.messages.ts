import { defineMessages } from '../../i18n/use-text.js';

export const WEBHOOK_MESSAGES = defineMessages(
  {
    event: 'Event',
    allEvents: 'All events',
    received: 'Not handled yet',
    processed: 'Processed',
    ignored: 'Ignored',
    failed: 'Failed',
    quarantined: 'Quarantined',
    noName: 'Not understood',
    late: 'Old signature',
    lateDetail: 'The signature was older than 5 minutes when the event arrived.',
    arrived: 'Arrived',
    happened: 'Happened on TikTok',
    handled: 'Handled',
    notYet: 'not yet',
    content: 'What TikTok sent',
    headers: 'Headers of the delivery',
    noHeaders: 'None were stored.',
    replay: 'Replay',
    replayed: 'The event is being handled again.',
    replayShown: 'Replay events…',
    replayTitle: 'Replay these events?',
    replayDetail:
      'The service handles all events again that match the filters and have one of these statuses. What is already in effect does not change.',
    replayStatuses: 'Statuses',
    replayDone:
      '{count, plural, =0 {No event was replayed.} one {# event is being handled again.} other {# events are being handled again.}}',
    notReplayable: 'Choose another status: only processed, ignored and failed events can be replayed.',
    none: 'No webhook events yet',
    noneDetail:
      'TikTok sends events about posts, comments and authorisations. They appear here as they arrive.',
  },
  {
    event: 'Ereignis',
    allEvents: 'Alle Ereignisse',
    received: 'Noch nicht verarbeitet',
    processed: 'Verarbeitet',
    ignored: 'Ignoriert',
    failed: 'Fehlgeschlagen',
    quarantined: 'In Quarantäne',
    noName: 'Nicht verstanden',
    late: 'Alte Signatur',
    lateDetail: 'Die Signatur war bei der Ankunft älter als 5 Minuten.',
    arrived: 'Eingetroffen',
    happened: 'Auf TikTok geschehen',
    handled: 'Verarbeitet',
    notYet: 'noch nicht',
    content: 'Was TikTok gesendet hat',
    headers: 'Kopfzeilen der Zustellung',
    noHeaders: 'Es wurden keine gespeichert.',
    replay: 'Erneut verarbeiten',
    replayed: 'Das Ereignis wird erneut verarbeitet.',
    replayShown: 'Erneut verarbeiten …',
    replayTitle: 'Diese Ereignisse erneut verarbeiten?',
    replayDetail:
      'Der Dienst verarbeitet alle Ereignisse erneut, die zu den Filtern passen und einen dieser Status haben. Was bereits wirksam ist, ändert sich nicht.',
    replayStatuses: 'Status',
    replayDone:
      '{count, plural, =0 {Kein Ereignis wird erneut verarbeitet.} one {# Ereignis wird erneut verarbeitet.} other {# Ereignisse werden erneut verarbeitet.}}',
    notReplayable:
      'Wählen Sie einen anderen Status: Nur verarbeitete, ignorierte und fehlgeschlagene Ereignisse lassen sich erneut verarbeiten.',
    none: 'Noch keine Webhook-Ereignisse',
    noneDetail:
      'TikTok meldet Ereignisse zu Beiträgen, Kommentaren und Berechtigungen. Sie erscheinen hier, sobald sie eintreffen.',
  },
);
