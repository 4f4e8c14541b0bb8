export interface NotificationFilter {
  unread?: true;
}

export function readNotificationFilter({ unread }: Record<string, unknown>): NotificationFilter {
  return unread === true ? { unread } : {};
}
