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

/** Sends a change with the version that the user has seen. If the object has changed since, the user sees what is new and decides. */
export function useEdit(opened: AdObjectDetailView, timeZone: string, close: () => void) {
  const text = useText(EDIT);
  const connector = useConnector();
  const [object, setObject] = useState(opened);
  const [conflicts, setConflicts] = useState<readonly Change[]>([]);
  const [formerStatus, setFormerStatus] = useState<AdObjectDetailView['status']>();
  const change = useChange(
    async (_, { changes, reason }: Edit) => {
      const fields = { ...patchOf(changes, timeZone), ...(reason !== '' && { reason }) };
      const first = await patch(connector, object, fields);
      if (!isChanged(first)) return first;
      const now = await readObject(connector, opened);
      const found = conflictsOf(changes, valuesOf(now, timeZone));
      const wasPausedOrEnabled = now.status !== object.status;
      setObject(now);
      setConflicts(found);
      setFormerStatus(wasPausedOrEnabled ? object.status : undefined);
      if (found.length > 0 || wasPausedOrEnabled) return { data: null, response: NOT_SENT };
      // Something else was changed, which this change keeps.
      return await patch(connector, now, fields);
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
    /** Undefined: it is still the same. */
    formerStatus,
    send,
    isPending: change.isPending,
    error: change.error,
    reset: change.reset,
  };
}

const NOT_SENT = new Response(null, { status: 204 });

/** True if the service has sent nothing, because the object is no longer what the user has seen. */
function isChanged({ error }: { error?: unknown }): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ad_object_changed';
}

function patch(
  connector: Connector,
  { id, level, accountId, version }: AdObjectDetailView,
  fields: ReturnType<typeof patchOf> & { reason?: string },
) {
  const path = { params: { path: { id } } };
  const { name, budget, bid, schedule, text, callToAction, landingPageUrl, reason } = fields;
  const common = {
    accountId,
    expectedVersion: version,
    ...(name !== undefined && { name }),
    ...(reason !== undefined && { reason }),
  };
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
