import { claimsOf, type Claims } from './claims.js';

/** A signed-in user who acts for one organisation. */
export interface Session extends Claims {
  token: string;
  organisationId: string;
}

const TOKEN = 'connector.token';
const ORGANISATION = 'connector.organisation';

type Listener = () => void;
const listeners = new Set<Listener>();
let current: Session | undefined;

/** The session of this tab. It ends with the tab, because the token is kept in session storage only. */
export const sessions = {
  get: (): Session | undefined => current,

  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** @returns false if the token cannot be used */
  signIn(token: string): boolean {
    const session = sessionFor(token, sessionStorage.getItem(ORGANISATION));
    if (session === undefined) return false;
    sessionStorage.setItem(TOKEN, token);
    change(session);
    return true;
  },

  signOut(): void {
    sessionStorage.removeItem(TOKEN);
    change(undefined);
  },

  actFor(organisationId: string): void {
    if (current === undefined) return;
    sessionStorage.setItem(ORGANISATION, organisationId);
    change({ ...current, organisationId });
  },

  /** Takes the token of a link (`#token=…`), which then disappears from the address, or the one that this tab has. */
  restore(): void {
    const given = new URLSearchParams(location.hash.slice(1)).get('token');
    if (given !== null) history.replaceState(null, '', location.pathname + location.search);
    const token = given ?? sessionStorage.getItem(TOKEN);
    if (token !== null) sessions.signIn(token);
  },
};

function change(session: Session | undefined): void {
  current = session;
  for (const listener of listeners) listener();
}

function sessionFor(token: string, preferred: string | null): Session | undefined {
  const claims = claimsOf(token);
  if (claims === undefined || claims.expiresAt <= Date.now()) return undefined;
  const [first = ''] = claims.organisationIds;
  const organisationId = claims.organisationIds.find((id) => id === preferred) ?? first;
  return { ...claims, token, organisationId };
}
