import type { Draft } from './draft.js';

/** Raised when the shape of a draft changes: an older one is then dropped. */
const VERSION = 1;
const keyOf = (organisationId: string): string => `tiktok-connector.launch-draft.${organisationId}`;

/** The draft of the tab. It survives a reload, ends with the tab, and belongs to one organisation. */
export const draftStore = {
  read(organisationId: string): Draft | undefined {
    try {
      const stored = JSON.parse(sessionStorage.getItem(keyOf(organisationId)) ?? 'null') as {
        version: number;
        draft: Draft;
      } | null;
      return stored?.version === VERSION ? stored.draft : undefined;
    } catch {
      return undefined;
    }
  },
  write(organisationId: string, draft: Draft): void {
    try {
      sessionStorage.setItem(keyOf(organisationId), JSON.stringify({ version: VERSION, draft }));
    } catch {
      // A browser may allow pages no storage. The draft then lasts as long as the page.
    }
  },
  forget(organisationId: string): void {
    try {
      sessionStorage.removeItem(keyOf(organisationId));
    } catch {
      // It was never stored.
    }
  },
};
