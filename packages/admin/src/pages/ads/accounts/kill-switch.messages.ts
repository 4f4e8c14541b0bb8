import { defineMessages } from '../../../i18n/use-text.js';

export const MESSAGES = defineMessages(
  {
    stopAll: 'Stop all ads',
    stopAccount: 'Stop the ads of this account',
    explainAll:
      'This pauses every running campaign in all ad accounts, and cancels open launches. Nothing is deleted. You can enable campaigns again one by one.',
    explainAccount:
      'This pauses every running campaign of “{name}”, and cancels its open launches. Nothing is deleted. You can enable campaigns again one by one.',
    reason: 'Reason',
    reasonDetail: 'It stays in the list of changes.',
    word: 'STOP',
    type: 'Type {word} to confirm',
    cancel: 'Cancel',
    close: 'Close',
    stopNow: 'Stop now',
    stopped: 'Everything is paused',
    notAllStopped: 'Some campaigns may still run',
    counts:
      '{paused, plural, =0 {No campaign had to be paused} one {# campaign was paused} other {# campaigns were paused}} in {accounts, plural, one {# ad account} other {# ad accounts}}. {launches, plural, =0 {} one {# launch was cancelled.} other {# launches were cancelled.}}',
    unconfirmed: 'TikTok has not confirmed the pause.',
    everyAccount: 'All accounts',
    again: 'Try again',
  },
  {
    stopAll: 'Alle Anzeigen stoppen',
    stopAccount: 'Anzeigen dieses Kontos stoppen',
    explainAll:
      'Damit werden alle laufenden Kampagnen in allen Werbekonten pausiert und offene Kampagnenstarts abgebrochen. Nichts wird gelöscht. Sie können Kampagnen danach einzeln wieder aktivieren.',
    explainAccount:
      'Damit werden alle laufenden Kampagnen von „{name}“ pausiert und seine offenen Kampagnenstarts abgebrochen. Nichts wird gelöscht. Sie können Kampagnen danach einzeln wieder aktivieren.',
    reason: 'Grund',
    reasonDetail: 'Er bleibt in der Liste der Änderungen.',
    word: 'STOPP',
    type: 'Geben Sie zur Bestätigung {word} ein',
    cancel: 'Abbrechen',
    close: 'Schließen',
    stopNow: 'Jetzt stoppen',
    stopped: 'Alles ist pausiert',
    notAllStopped: 'Einige Kampagnen laufen womöglich noch',
    counts:
      '{paused, plural, =0 {Keine Kampagne musste pausiert werden} one {# Kampagne wurde pausiert} other {# Kampagnen wurden pausiert}} in {accounts, plural, one {# Werbekonto} other {# Werbekonten}}. {launches, plural, =0 {} one {# Kampagnenstart wurde abgebrochen.} other {# Kampagnenstarts wurden abgebrochen.}}',
    unconfirmed: 'TikTok hat die Pause nicht bestätigt.',
    everyAccount: 'Alle Konten',
    again: 'Erneut versuchen',
  },
);
