import { useSyncExternalStore } from 'react';
import { includesRole, type Role } from './roles.js';
import { sessions, type Session } from './session.js';

/** The session of this tab, or undefined before the sign-in. */
export function useMaybeSession(): Session | undefined {
  return useSyncExternalStore(sessions.subscribe, sessions.get);
}

/** The session, below the sign-in. */
export function useSession(): Session {
  const session = useMaybeSession();
  if (session === undefined) throw new Error('This page needs a session.');
  return session;
}

/** True if the user may do what needs this role. Hide what the service would answer with 403. */
export function useMay(needed: Role): boolean {
  return includesRole(useSession().role, needed);
}
