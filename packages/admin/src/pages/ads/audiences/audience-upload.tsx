import {
  Alert,
  Button,
  Card,
  FileInput,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { AudienceDetailsView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './audiences.messages.js';
import { COUNTRIES } from './countries.js';
import { QualityReport } from './quality-report.js';
import { FILE_ACTIONS, useAudienceFile, type FileAction } from './use-audience-file.js';

/** Checks a file first, and sends it only after its quality report was seen. */
export function AudienceUpload({ audience }: { audience: AudienceDetailsView }) {
  const text = useText(MESSAGES);
  const [file, setFile] = useState<File | null>(null);
  const [country, setCountry] = useState<string | null>(null);
  const [action, setAction] = useState<FileAction>('append');
  const upload = useAudienceFile(audience.id);
  const { check, send } = upload;
  // A report belongs to one file and its options; others need another check.
  const change = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => (set(value), check.reset(), send.reset());
  };
  const input = file && { file, action, ...(country !== null && { defaultCountry: country }) };
  const report = check.data?.report;
  const isAllowed = action === 'replace' ? audience.nextReplaceAt === null : audience.nextUpdateAt === null;
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {text('upload')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {text('uploadDetail')}
      </Text>
      <Stack>
        <SegmentedControl
          size="xs"
          aria-label={text('operation')}
          value={action}
          onChange={change(setAction)}
          // TikTok cannot replace a segment.
          data={FILE_ACTIONS.map((one) => ({
            value: one,
            label: text(`action_${one}`),
            disabled: one === 'replace' && audience.kind === 'segment',
          }))}
          style={{ alignSelf: 'flex-start' }}
        />
        <Group align="flex-end">
          <FileInput
            w={{ base: '100%', xs: 300 }}
            label={text('file')}
            placeholder={text('chooseFile')}
            accept=".csv,.txt,.ndjson,.jsonl,text/csv,application/x-ndjson"
            leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
            clearable
            clearButtonProps={{ 'aria-label': text('clear') }}
            value={file}
            onChange={change(setFile)}
          />
          <CountrySelect value={country} onChange={change(setCountry)} />
          <Button
            variant={report ? 'default' : 'filled'}
            disabled={input === null}
            loading={check.isPending}
            onClick={() => input && check.mutate(input)}
          >
            {text('check')}
          </Button>
        </Group>
        {report && (
          <>
            <QualityReport report={report} />
            {send.data ? (
              <Alert color="green" role="status">
                {text('sent')}
              </Alert>
            ) : (
              <Group>
                <Button
                  color={action === 'append' ? 'brand' : 'orange'}
                  disabled={input === null || report.usableRows === 0 || !isAllowed}
                  loading={send.isPending}
                  onClick={() => input && send.mutate(input)}
                >
                  {text(`send_${action}`, { count: report.usableRows })}
                </Button>
                <Text size="sm" c="dimmed">
                  {text(isAllowed ? 'onlyHashes' : 'notNow')}
                </Text>
              </Group>
            )}
          </>
        )}
      </Stack>
    </Card>
  );
}

function CountrySelect({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (country: string | null) => void;
}) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const countries = COUNTRIES.map((code) => ({
    value: code,
    label: intl.formatDisplayName(code, { type: 'region' }) ?? code,
  }));
  return (
    <Select
      w={{ base: '100%', xs: 280 }}
      label={text('country')}
      placeholder={text('noCountry')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': text('clear') }}
      data={countries.toSorted((a, b) => a.label.localeCompare(b.label, intl.locale))}
      value={value}
      onChange={onChange}
    />
  );
}
