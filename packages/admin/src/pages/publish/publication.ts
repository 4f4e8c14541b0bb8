import type { IntegrationView, PublicationView } from 'tiktok-connector-client';

export type Publication = PublicationView;
export type Status = PublicationView['status'];
export type Kind = PublicationView['kind'];
export type Mode = PublicationView['mode'];
export type PrivacyLevel = NonNullable<PublicationView['privacyLevel']>;

export const STATUSES = [
  'awaiting_upload',
  'ready',
  'scheduled',
  'publishing',
  'processing',
  'published',
  'public',
  'in_inbox',
  'failed',
  'unknown',
  'cancelled',
  'removed',
] as const satisfies Status[];
export const KINDS = ['video', 'photo'] as const satisfies Kind[];

export const STATUS_COLOURS: Record<Status, string> = {
  awaiting_upload: 'gray',
  ready: 'blue',
  scheduled: 'blue',
  publishing: 'cyan',
  processing: 'cyan',
  published: 'teal',
  public: 'green',
  in_inbox: 'grape',
  failed: 'red',
  unknown: 'orange',
  cancelled: 'gray',
  removed: 'gray',
};

const EDITABLE = new Set<Status>(['awaiting_upload', 'ready', 'scheduled']);
const CANCELLABLE = new Set<Status>([...EDITABLE, 'publishing', 'processing']);
const MOVING = new Set<Status>(['awaiting_upload', 'publishing', 'processing']);

export function isEditable({ status }: Publication): boolean {
  return EDITABLE.has(status);
}

export function isCancellable({ status }: Publication): boolean {
  return CANCELLABLE.has(status);
}

/** True while the status can change within seconds. */
export function isMoving({ status, privacyLevel }: Publication): boolean {
  return MOVING.has(status) || (status === 'published' && privacyLevel === 'PUBLIC_TO_EVERYONE');
}

/** The time by which the service filters: when the post is planned or, without a plan, when it was created. */
export function timeOf({ publishAt, createdAt }: Publication): string {
  return publishAt ?? createdAt;
}

export function accountName({ displayName, username, openId }: IntegrationView): string {
  return displayName ?? username ?? openId;
}
