import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { queryClient } from '../api/queries.js';
import { askForToken } from '../session/embedding.js';
import { sessions } from '../session/session.js';
import { settings } from '../session/settings.js';
import { useMaybeSession } from '../session/use-session.js';
import { router } from './router.js';
import { SignIn } from './sign-in.js';

const RENEW_BEFORE_MS = 60_000;

/** The pages for a signed-in user, and the sign-in for everyone else. */
export function App() {
  const session = useMaybeSession();
  const hasEnded = useEndOfSession(session?.expiresAt);
  if (session === undefined) return <SignIn hasEnded={hasEnded} />;
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}

/** Ends the session with its token. Before that, it asks an embedding page for a new token. */
function useEndOfSession(expiresAt: number | undefined): boolean {
  const [hasEnded, setEnded] = useState(false);
  useEffect(() => {
    if (expiresAt === undefined) return;
    const left = expiresAt - Date.now();
    const renew = setTimeout(() => askForToken(settings().embedOrigins), Math.max(left - RENEW_BEFORE_MS, 0));
    const end = setTimeout(() => (setEnded(true), queryClient.clear(), sessions.signOut()), left);
    return () => (clearTimeout(renew), clearTimeout(end));
  }, [expiresAt]);
  return hasEnded;
}
