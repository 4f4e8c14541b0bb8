import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { queryClient } from '../api/queries.js';
import { askForToken } from '../session/embedding.js';
import { afterMs } from '../session/long-timer.js';
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
    const cancelRenewal = afterMs(left - RENEW_BEFORE_MS, () => askForToken(settings().embedOrigins));
    const cancelEnd = afterMs(left, () => (setEnded(true), queryClient.clear(), sessions.signOut()));
    return () => (cancelRenewal(), cancelEnd());
  }, [expiresAt]);
  return hasEnded;
}
