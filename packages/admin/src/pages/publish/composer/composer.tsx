import { Box, Button, Grid, Paper, Radio, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { IntegrationView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { Answered } from '../../../ui/states.js';
import type { Mode } from '../publication.js';
import { AccountField } from './account-field.js';
import { MESSAGES } from './composer.messages.js';
import { ConsentLine } from './consent-line.js';
import { CreatorCard } from './creator-card.js';
import { isUndisclosed } from './disclosure-fields.js';
import { fieldErrors } from './field-errors.js';
import { FilePanel } from './file-panel.js';
import { kindOf, releaseFile, type ChosenFile } from './files.js';
import { toValidate, usePostForm } from './form.js';
import { LeaveGuard } from './leave-guard.js';
import { missingIn } from './missing.js';
import { PostFields } from './post-fields.js';
import { TimeFields } from './time-fields.js';
import { UploadProgress } from './upload-progress.js';
import { useCreator } from './use-creator.js';
import { useSender } from './use-sender.js';
import { useValidation } from './use-validation.js';
import { Verdict } from './verdict.js';

type Accounts = readonly IntegrationView[];

/** The form of a new post, from the choice of the account to the upload. */
export function Composer({ accounts }: { accounts: Accounts }) {
  const text = useText(MESSAGES);
  const navigate = useNavigate();
  const [integrationId, setIntegrationId] = useState(onlyActive(accounts));
  const [files, setFiles] = useFiles();
  const [wasTried, setTried] = useState(false);
  const form = usePostForm();
  const creator = useCreator(integrationId);
  // A creator who may not post directly may still take a draft, and decide in the app.
  const mayGo = ({ canPost }: { canPost: boolean }) => canPost || form.values.mode === 'draft';
  const kind = files[0] ? kindOf(files[0].file) : 'video';
  const validation = useValidation(
    integrationId !== null && files.length > 0 && creator.data && mayGo(creator.data)
      ? toValidate(
          form.values,
          kind,
          integrationId,
          files.map(({ facts }) => facts),
        )
      : undefined,
  );
  // Read by the guard, which must not see the state of an earlier render.
  const isSending = useRef(false);
  const sender = useSender(
    useCallback(
      (publishId: string) => {
        isSending.current = false;
        void navigate({ to: '/publish/$publishId', params: { publishId } });
      },
      [navigate],
    ),
  );
  isSending.current = sender.step !== 'idle' && sender.upload.phase === 'sending';

  const isBusy = sender.step !== 'idle';
  const missing = missingIn(form.values, files.length);
  const errors = fieldErrors(validation.result?.problems ?? [], sender.error, wasTried);
  const shown = wasTried
    ? { ...errors.of, ...Object.fromEntries(missing.map(([field, key]) => [field, text(key)])) }
    : errors.of;

  const start = () => {
    setTried(true);
    if (integrationId === null || missing.length > 0) return;
    void sender.send({ form: form.values, kind, integrationId, files });
  };
  const chooseAccount = (chosen: string) => {
    setIntegrationId(chosen);
    // Another creator has other choices.
    form.setValues({ privacyLevel: null, allowComment: false, allowDuet: false, allowStitch: false });
  };
  const chooseFiles = (chosen: ChosenFile[], cover = form.values.coverIndex) => {
    if (form.values.title === '' && chosen[0]) form.setFieldValue('title', nameOf(chosen[0].file));
    form.setValues({ coverIndex: cover, ...(chosen.length === 0 && { coverIndex: 0, coverTimestampMs: 0 }) });
    setFiles(chosen);
  };

  return (
    <Grid gap="lg">
      <LeaveGuard isBusy={() => isSending.current} />
      <Grid.Col span={{ base: 12, md: 7 }} order={{ base: 2, md: 1 }}>
        <fieldset disabled={isBusy} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
          <Stack>
            <AccountField
              accounts={accounts}
              value={integrationId}
              disabled={isBusy}
              onChange={chooseAccount}
            />
            {integrationId !== null && (
              <Answered query={creator} rows={6}>
                {(info) => (
                  <Stack>
                    <CreatorCard info={info} onRetry={() => void creator.refetch()} />
                    <Target value={form.values.mode} onChange={(mode) => form.setFieldValue('mode', mode)} />
                    {mayGo(info) && (
                      <>
                        <PostFields form={form} info={info} kind={kind} errors={shown} />
                        <TimeFields
                          value={form.values}
                          error={shown['publishAt'] ?? shown['timeZone']}
                          onChange={(time) =>
                            form.setValues({
                              when: time.when,
                              publishAt: time.publishAt,
                              timeZone: time.timeZone,
                            })
                          }
                        />
                      </>
                    )}
                  </Stack>
                )}
              </Answered>
            )}
          </Stack>
        </fieldset>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }} order={{ base: 1, md: 2 }}>
        <FilePanel
          form={form}
          files={files}
          kind={kind}
          error={shown['media']}
          disabled={isBusy}
          onChange={chooseFiles}
        />
      </Grid.Col>
      {creator.data && mayGo(creator.data) && (
        <Grid.Col span={12} order={3}>
          <Paper withBorder p="md">
            <Stack gap="sm">
              <Verdict
                others={errors.others}
                isChecking={validation.isChecking}
                result={validation.result}
                isUploaded={false}
              />
              {form.values.mode === 'direct' && (
                <>
                  <ConsentLine
                    info={creator.data}
                    branded={form.values.commercialDisclosure && form.values.brandedContent}
                  />
                  <Text size="sm" c="dimmed">
                    {text('noWatermark')} {text('patience')}
                  </Text>
                </>
              )}
              <UploadProgress
                upload={sender.upload}
                onPause={sender.pause}
                onResume={start}
                onDiscard={() => void sender.discard()}
              />
              {sender.upload.phase === 'idle' && (
                <Box>
                  <Button
                    size="md"
                    loading={isBusy}
                    disabled={isUndisclosed(form.values)}
                    title={isUndisclosed(form.values) ? text('disclosureHint') : undefined}
                    onClick={start}
                  >
                    {text(buttonOf(form.values))}
                  </Button>
                </Box>
              )}
            </Stack>
          </Paper>
        </Grid.Col>
      )}
    </Grid>
  );
}

function Target({ value, onChange }: { value: Mode; onChange: (mode: Mode) => void }) {
  const text = useText(MESSAGES);
  return (
    <Radio.Group label={text('target')} value={value} onChange={(mode) => onChange(mode as Mode)}>
      <Stack gap="xs" mt={4}>
        <Radio value="direct" label={text('direct')} />
        <Radio value="draft" label={text('draft')} description={text('draftDetail')} />
      </Stack>
    </Radio.Group>
  );
}

/** The chosen files. Their previews are released with the page. */
function useFiles() {
  const state = useState<ChosenFile[]>([]);
  const current = useRef(state[0]);
  current.current = state[0];
  useEffect(() => () => current.current.forEach(releaseFile), []);
  return state;
}

function onlyActive(accounts: Accounts): string | null {
  const active = accounts.filter(({ status }) => status === 'active');
  return active.length === 1 ? active[0]!.id : null;
}

function nameOf({ name }: File): string {
  return name.replace(/\.[^.]+$/, '').slice(0, 150);
}

function buttonOf({ when, mode }: { when: 'now' | 'later'; mode: Mode }) {
  if (when === 'later') return 'schedule';
  return mode === 'draft' ? 'sendDraft' : 'publishNow';
}
