import { useQuery } from '@tanstack/react-query';
import { answer } from 'tiktok-connector-client';
import { useConnector } from '../../api/api.js';
import { useSession } from '../../session/use-session.js';
import { isMoving, type Publication } from './publication.js';

const SOON_MS = 2_000;
const LATER_MS = 15_000;

/** One post. It is read again every few seconds while it can change, and less often when it waits. */
export function usePublication(publishId: string) {
  const connector = useConnector();
  const { organisationId } = useSession();
  return useQuery({
    queryKey: [organisationId, 'publications', 'one', publishId],
    queryFn: ({ signal }) =>
      answer(connector.GET('/api/publications/{publishId}', { params: { path: { publishId } }, signal })),
    refetchInterval: ({ state }) => intervalOf(state.data),
  });
}

function intervalOf(post: Publication | undefined): number | false {
  if (post === undefined) return false;
  return isMoving(post) ? SOON_MS : LATER_MS;
}
