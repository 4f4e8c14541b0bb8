import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, type ValidatePublicationDto } from 'tiktok-connector-client';
import { useConnector } from '../../../api/api.js';
import { useSession } from '../../../session/use-session.js';

// Each check asks TikTok, which answers 20 questions a minute about an account.
const PAUSE_MS = 900;

/** Checks the post by TikTok's rules while the user fills in the form. */
export function useValidation(post: ValidatePublicationDto | undefined) {
  const connector = useConnector();
  const { organisationId } = useSession();
  const wanted = JSON.stringify(post ?? null);
  const [settled] = useDebouncedValue(wanted, PAUSE_MS);
  const query = useQuery({
    queryKey: [organisationId, 'validation', settled],
    queryFn: ({ signal }) =>
      answer(
        connector.POST('/api/upstream/call/tiktok-provider/validate-publication', {
          body: JSON.parse(settled) as ValidatePublicationDto,
          signal,
        }),
      ),
    enabled: settled !== 'null',
    placeholderData: keepPreviousData,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const result = post && query.data;
  const isCurrent = settled === wanted && !query.isFetching;
  return { result, isChecking: post !== undefined && !isCurrent };
}
