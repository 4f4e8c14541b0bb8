import { defineMessages } from '../../i18n/use-text.js';

export const NOTIFICATION_MESSAGES = defineMessages(
  {
    unreadOnly: 'Unread only',
    readAll: 'Mark all as read',
    read: 'Mark as read',
    allRead: '{count, plural, one {# notification marked as read} other {# notifications marked as read}}.',
    critical: 'Critical',
    warning: 'Warning',
    info: 'Information',
    resolved: 'Resolved',
    unread: 'Unread',
    act: 'Fix it',
    none: 'No notifications',
    noneDetail: 'The service notifies you here when something needs your attention.',
    noUnread: 'No unread notifications',
  },
  {
    unreadOnly: 'Nur ungelesene',
    readAll: 'Alle als gelesen markieren',
    read: 'Als gelesen markieren',
    allRead: '{count, plural, one {# Benachrichtigung} other {# Benachrichtigungen}} als gelesen markiert.',
    critical: 'Kritisch',
    warning: 'Warnung',
    info: 'Hinweis',
    resolved: 'Behoben',
    unread: 'Ungelesen',
    act: 'Beheben',
    none: 'Keine Benachrichtigungen',
    noneDetail: 'Hier meldet der Dienst, worum Sie sich kümmern sollten.',
    noUnread: 'Keine ungelesenen Benachrichtigungen',
  },
);
