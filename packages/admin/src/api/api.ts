import { useMemo } from 'react';
import { createConnector, type Connector } from 'tiktok-connector-client';
import { useSession } from '../session/use-session.js';
import { sessions, type Session } from '../session/session.js';

/** The client of the session. Its token is read before each call, so that a renewed one is used. */
export function connectorOf({ organisationId }: Pick<Session, 'organisationId'>): Connector {
  return createConnector({
    baseUrl: location.origin,
    organisationId,
    token: () => sessions.get()?.token ?? '',
  });
}

/** The client of the organisation that the user acts for. */
export function useConnector(): Connector {
  const { organisationId } = useSession();
  return useMemo(() => connectorOf({ organisationId }), [organisationId]);
}
