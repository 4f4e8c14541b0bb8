import { defineMessages } from '../i18n/use-text.js';

export const MESSAGES = defineMessages(
  {
    loading: 'Loading…',
    offline: 'You are offline',
    offlineDetail: 'The connector cannot be reached. This page continues when the connection is back.',
    forbidden: 'You have no permission for this',
    forbiddenDetail: 'Ask an admin of your organisation for access.',
    failed: 'This could not be loaded',
    retry: 'Try again',
    reference: 'Reference: {id}',
    unknown: 'unknown',
    more: 'Show more',
  },
  {
    loading: 'Wird geladen…',
    offline: 'Keine Verbindung',
    offlineDetail:
      'Der Connector ist nicht erreichbar. Die Seite macht weiter, sobald die Verbindung zurück ist.',
    forbidden: 'Dafür fehlt Ihnen die Berechtigung',
    forbiddenDetail: 'Bitten Sie einen Administrator Ihrer Organisation um Zugriff.',
    failed: 'Das konnte nicht geladen werden',
    retry: 'Erneut versuchen',
    reference: 'Referenz: {id}',
    unknown: 'unbekannt',
    more: 'Mehr anzeigen',
  },
);
