import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, ApiError, type DryRunView, type LaunchBodyDto } from 'tiktok-connector-client';
import { useConnector } from '../../../api/api.js';
import { useSession } from '../../../session/use-session.js';
import type { Draft } from './draft.js';
import { placeOf } from './places.js';

/** Refusals that concern one field, though the service names none. */
const FIELD_OF_CODE: Record<string, string> = {
  objective_create_ended: 'objective',
  objective_not_supported: 'objective',
  us_plus_not_allowed: 'objective',
  ad_account_not_connected: 'accountId',
};

/** Asks the service, and the service TikTok, what stands against the launch. Nothing is created. */
export function useDryRun(draft: Draft, body: LaunchBodyDto, enabled: boolean) {
  const connector = useConnector();
  const { organisationId } = useSession();
  return useQuery({
    // The reason and the time of the press change nothing in the answer.
    queryKey: [organisationId, 'ads', 'dry-run', { ...draft, reason: '', startedAt: null }],
    queryFn: async ({ signal }) => {
      const result = await answer(
        connector.POST('/api/ads/launches', { body: { ...body, dryRun: true }, signal }),
      );
      return result as DryRunView;
    },
    enabled,
    // Other campaigns and limits may have changed since.
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
    retry: false,
    refetchOnWindowFocus: false,
  });
}

/** What a refused call says about fields, by their place in the form. */
export function refusedFields(error: Error | null): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const ofCode = FIELD_OF_CODE[error.code];
  if (ofCode !== undefined) return { [ofCode]: error.message };
  return Object.fromEntries(
    Object.entries(error.fields).map(([field, message]) => [placeOf(field), message]),
  );
}

/** The complaints of a dry run by their place in the form. The first one of a place counts. */
export function complainedFields({ complaints }: DryRunView): Record<string, string> {
  return Object.fromEntries(complaints.toReversed().map(({ field, message }) => [placeOf(field), message]));
}
