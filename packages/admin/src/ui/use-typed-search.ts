import { useDebouncedCallback } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';

const TYPING_PAUSE_MS = 300;

/**
 * Searches when the user pauses typing, unless a link was followed meanwhile: the search would take the user back.
 * @param pathname the page that searches
 */
export function useTypedSearch(pathname: string, search: (text: string) => void): (text: string) => void {
  const router = useRouter();
  return useDebouncedCallback((text: string) => {
    if (router.latestLocation.pathname === pathname) search(text);
  }, TYPING_PAUSE_MS);
}
