import type { SystemUser } from './system-users.js';

/**
 * Postgres refuses to run as root, so root needs a disguise: a user namespace (`unshare -U`), in which we are
 * nobody yet still own root's files, or another user of the system.
 */
export type RunAs =
  | { readonly kind: 'direct' }
  | { readonly kind: 'unshare' }
  | { readonly kind: 'switch-user'; readonly user: SystemUser };

export type RootStrategy = 'unshare' | 'switch-user';

export interface RunAsFacts {
  isRoot: boolean;
  platform: NodeJS.Platform;
  /** Unprivileged users we may turn into, best first. */
  users: readonly SystemUser[];
  forced?: RootStrategy;
}

/** The ways worth trying, best first. */
export function waysToRun({ isRoot, platform, users, forced }: RunAsFacts): RunAs[] {
  if (!isRoot) return [{ kind: 'direct' }];
  const namespace: RunAs[] = platform === 'linux' ? [{ kind: 'unshare' }] : [];
  const otherUsers = users.map((user): RunAs => ({ kind: 'switch-user', user }));
  if (forced === 'unshare') return namespace;
  if (forced === 'switch-user') return otherUsers;
  return [...namespace, ...otherUsers];
}

export function describeRunAs(runAs: RunAs): string {
  if (runAs.kind === 'switch-user') return `user "${runAs.user.name}"`;
  return runAs.kind === 'unshare' ? 'a user namespace (unshare -U)' : 'the current user';
}
