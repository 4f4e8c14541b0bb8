import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { AdsAccountView } from 'tiktok-connector-client';
import { useSession } from '../../../session/use-session.js';
import { useText } from '../../../i18n/use-text.js';
import { problemsOf, type Problem } from './draft-check.js';
import { newDraft, type AdDraft, type AdGroupDraft, type Draft } from './draft.js';
import { draftStore } from './draft-store.js';
import { MESSAGES } from './new-launch.messages.js';
import { stepOfPlace } from './places.js';
import { PROBLEMS } from './problems.messages.js';
import type { Step } from './steps.js';

export interface DraftState {
  draft: Draft;
  /** The chosen ad account, once it is known. */
  account: AdsAccountView | undefined;
  edit: (change: Partial<Draft>) => void;
  editGroup: (group: number, change: Partial<AdGroupDraft>) => void;
  editAd: (group: number, ad: number, change: Partial<AdDraft>) => void;
  /** What the form shows at a place. A step is silent until the user has tried to leave it. */
  errorAt: (place: string) => string | undefined;
  isStepRight: (step: Step) => boolean;
  /** From now on the step shows what is missing. */
  tryStep: (step: Step) => void;
  /** Shows what the service has found, until the field is changed. */
  showServer: (problems: Record<string, string>) => void;
  /** Notes when the user has launched, so that the same press again sends the same body. */
  startAt: (time: string) => void;
  startAgain: () => void;
  forget: () => void;
}

const DraftContext = createContext<DraftState | null>(null);
export const DraftProvider = DraftContext.Provider;

export function useDraft(): DraftState {
  const state = useContext(DraftContext);
  if (state === null) throw new Error('useDraft belongs into the form of a new launch');
  return state;
}

/** The draft of the tab with what is wrong in it. */
export function useDraftState(accounts: readonly AdsAccountView[], wanted: string | undefined): DraftState {
  const { organisationId } = useSession();
  const text = useText(MESSAGES);
  const problemText = useText(PROBLEMS);
  const begin = useCallback(
    () =>
      newDraft(wanted ?? onlyOne(accounts), text('groupName', { number: 1 }), text('adName', { number: 1 })),
    [accounts, wanted, text],
  );
  const [draft, setDraft] = useState(() => draftStore.read(organisationId) ?? begin());
  const [tried, setTried] = useState<ReadonlySet<Step>>(new Set());
  const [server, setServer] = useState<Record<string, string>>({});
  const problems = useMemo(() => problemsOf(draft), [draft]);
  useEffect(() => draftStore.write(organisationId, draft), [organisationId, draft]);

  const change = (next: Draft, at: string, fields: object) => {
    setDraft({ ...next, startedAt: null });
    const places = Object.keys(fields).map((field) => `${at}${field}`);
    setServer((old) =>
      Object.fromEntries(
        Object.entries(old).filter(([place]) => !places.some((one) => place.startsWith(one))),
      ),
    );
  };
  const edit = (fields: Partial<Draft>) => change({ ...draft, ...fields }, '', fields);
  const editGroup = (at: number, fields: Partial<AdGroupDraft>) =>
    change({ ...draft, adGroups: replaced(draft.adGroups, at, fields) }, `adGroups.${at}.`, fields);
  const editAd = (group: number, at: number, fields: Partial<AdDraft>) => {
    const ads = replaced(draft.adGroups[group]?.ads ?? [], at, fields);
    change(
      { ...draft, adGroups: replaced(draft.adGroups, group, { ads }) },
      `adGroups.${group}.ads.${at}.`,
      fields,
    );
  };
  const begins = (): void => {
    setDraft(begin());
    setTried(new Set());
    setServer({});
  };
  return {
    draft,
    account: accounts.find(({ accountId }) => accountId === draft.accountId),
    edit,
    editGroup,
    editAd,
    errorAt: (place) => {
      const problem: Problem | undefined = tried.has(stepOfPlace(place)) ? problems[place] : undefined;
      return problem === undefined ? server[place] : problemText(problem);
    },
    isStepRight: (step) => !Object.keys(problems).some((place) => stepOfPlace(place) === step),
    tryStep: useCallback((step: Step) => setTried((old) => new Set([...old, step])), []),
    showServer: setServer,
    startAt: (startedAt) => setDraft({ ...draft, startedAt }),
    startAgain: begins,
    forget: () => draftStore.forget(organisationId),
  };
}

function replaced<Item>(items: readonly Item[], at: number, fields: Partial<Item>): Item[] {
  return items.map((item, index) => (index === at ? { ...item, ...fields } : item));
}

/** There is nothing to choose from one account. */
function onlyOne(accounts: readonly AdsAccountView[]): string | null {
  const usable = accounts.filter((account) => account.usable);
  return usable.length === 1 ? (usable[0]?.accountId ?? null) : null;
}
