import { defineMessages } from '../../i18n/use-text.js';

export const KEY_MESSAGES = defineMessages(
  {
    title: 'Keyboard shortcuts',
    next: 'Open the next conversation',
    previous: 'Open the previous conversation',
    reply: 'Write a reply',
    close: 'Close the conversation, and open the next one',
    help: 'Show this help',
    send: 'Send the reply, while you write it',
    pause: 'The keys pause while you type.',
  },
  {
    title: 'Tastenkürzel',
    next: 'Nächste Unterhaltung öffnen',
    previous: 'Vorherige Unterhaltung öffnen',
    reply: 'Antwort schreiben',
    close: 'Unterhaltung als erledigt markieren und die nächste öffnen',
    help: 'Diese Hilfe anzeigen',
    send: 'Antwort senden, während Sie sie schreiben',
    pause: 'Solange Sie tippen, sind die Tasten ohne Wirkung.',
  },
);
