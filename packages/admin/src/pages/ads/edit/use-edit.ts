import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { answer, type AdObjectDetailView, type AdObjectView, type Connector } from 'tiktok-connector-client';
import { useConnector } from '../../../api/api.js';
import { useChange } from '../../../api/mutations.js';
import { useText } from '../../../i18n/use-text.js';
import { ITEM_OF } from '../campaigns/levels.js';
import { changesOf, conflictsOf, patchOf, valuesOf, type Change, type Values } from './edit-fields.js';
import { EDIT } from './edit.messages.js';

interface Edit {
  changes: readonly Change[];
  reason: string;
}

/** Reads an object as TikTok has it now. */
export function readObject(
  connector: Connector,
  { id, accountId, level }: AdObjectView,
  signal?: AbortSignal,
): Promise<AdObjectDetailView> {
  const options = { params: { path: { id }, query: { accountId } }, ...(signal && { signal }) };
  if (level === 'campaign') return answer(connector.GET(ITEM_OF.campaign, options));
  return level === 'ad'
    ? answer(connector.GET(ITEM_OF.ad, options))
    : answer(connector.GET(ITEM_OF.ad_group, options));
}

/** Sends a change only if TikTok still has what the user has seen. */
export function useEdit(opened: AdObjectDetailView, timeZone: string, close: () => void) {
  const text = useText(EDIT);
  const connector = useConnector();
  const [object, setObject] = useState(opened);
  const [conflicts, setConflicts] = useState<readonly Change[]>([]);
  const change = useChange(
    async (_, { changes, reason }: Edit) => {
      const now = await readObject(connector, opened);
      const found = conflictsOf(changes, valuesOf(now, timeZone));
      setObject(now);
      setConflicts(found);
      if (found.length > 0) return { data: null, response: NOT_SENT };
      return await patch(connector, opened, {
        ...patchOf(changes, timeZone),
        ...(reason !== '' && { reason }),
      });
    },
    { changes: [['ads']], shown: false },
  );
  const before: Values = valuesOf(object, timeZone);
  const send = (after: Values, reason: string) =>
    change.mutate(
      { changes: changesOf(before, after), reason: reason.trim() },
      {
        onSuccess: (written) => {
          if (written === null) return;
          const fields = (written.differences ?? []).map(({ field }) => field).join(', ');
          notifications.show(
            fields === ''
              ? { color: 'green', message: text('done') }
              : { color: 'orange', message: text('differs', { fields }), autoClose: 15_000 },
          );
          close();
        },
      },
    );
  return {
    object,
    before,
    conflicts,
    send,
    isPending: change.isPending,
    error: change.error,
    reset: change.reset,
  };
}

const NOT_SENT = new Response(null, { status: 204 });

function patch(
  connector: Connector,
  { id, level, accountId }: AdObjectView,
  fields: ReturnType<typeof patchOf> & { reason?: string },
) {
  const path = { params: { path: { id } } };
  const { name, budget, bid, schedule, text, callToAction, landingPageUrl, reason } = fields;
  const common = { accountId, ...(name !== undefined && { name }), ...(reason !== undefined && { reason }) };
  const money = budget && { budget };
  if (level === 'campaign')
    return connector.PATCH(ITEM_OF.campaign, { ...path, body: { ...common, ...money } });
  if (level === 'ad_group')
    return connector.PATCH(ITEM_OF.ad_group, {
      ...path,
      body: { ...common, ...money, ...(bid && { bid }), ...(schedule && { schedule }) },
    });
  return connector.PATCH(ITEM_OF.ad, {
    ...path,
    body: {
      ...common,
      ...(text !== undefined && { text }),
      ...(callToAction !== undefined && { callToAction }),
      ...(landingPageUrl !== undefined && { landingPageUrl }),
    },
  });
}
