import { randomUUID } from 'node:crypto';
import { tooFrequent } from '../limits/app-rate.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { BusinessError, invalidParam, notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { RawAnswer } from '../wire/envelope.js';
import { Params } from '../wire/params.js';
import { csvText, titleOf } from './csv.js';
import { readReportFilter } from './report-filter.js';
import { readReportQuery } from './report-query.js';
import type { ReportTask, TaskStatus } from './report-task.js';
import { runReport } from './run-report.js';

/** How long a download URL lives. */
const DOWNLOAD_MS = 3_600_000;

const FORMATS = ['CSV_STRING', 'CSV_DOWNLOAD', 'XLSX_DOWNLOAD'] as const;
const FILTERS = ['campaign_ids', 'adgroup_ids', 'ad_ids'];

const create = advertiserEndpoint({
  method: 'POST',
  path: '/report/task/create/',
  handle(call) {
    const { params, tables, advertiser, now, state } = call;
    takeTaskQuota(call);
    params.oneOf('output_format', FORMATS);
    params.text('file_name', { max: 255 });
    params.flag('enable_report_title_translation');
    const query = readReportQuery(call, params, false);
    const other = params
      .objects('filtering')
      ?.find((item) => !FILTERS.includes(item.text('field_name') ?? ''));
    if (other) throw invalidParam(`filtering: Only ${FILTERS.join(', ')} are supported.`);
    readReportFilter(state, params, query, now);
    const task = tables.reportTasks.add({
      id: state.ids.next(now),
      advertiserId: advertiser.id,
      request: params.values,
      createdAt: now,
      canceled: false,
    });
    return { task_id: task.id };
  },
});

function takeTaskQuota({ world, state, settings, now }: AdvertiserCall): void {
  if (!world.settings.rateLimits || !settings.appRateLimits) return;
  const { endpoints } = state.rate;
  if (!endpoints.take('report-tasks', settings.reportTasksPerSecond, 1_000, now)) throw tooFrequent('QPS');
  if (!endpoints.takeOfDay('report-tasks', settings.reportTasksPerDay, now)) throw tooFrequent('QPD');
}

const check = advertiserEndpoint({
  method: 'GET',
  path: '/report/task/check/',
  handle: (call) => ({ status: statusOf(call, requireTask(call)), message: '' }),
});

const cancel = advertiserEndpoint({
  method: 'POST',
  path: '/report/task/cancel/',
  handle(call) {
    const task = requireTask(call);
    const status = statusOf(call, task);
    if (status !== 'QUEUING' && status !== 'PROCESSING')
      throw new BusinessError(40_202, `The task cannot be canceled, it is ${status}.`);
    task.canceled = true;
    return { status: 'CANCELED', message: '' };
  },
});

const download = advertiserEndpoint({
  method: 'GET',
  path: '/report/task/download/',
  handle(call) {
    const task = requireTask(call);
    const status = statusOf(call, task);
    if (status !== 'SUCCESS') throw new BusinessError(40_201, `The task is not ready, it is ${status}.`);
    const format = task.request['output_format'] ?? 'CSV_STRING';
    if (format === 'CSV_STRING') return new RawAnswer('text/csv; charset=utf-8', reportCsv(call, task));
    const expiresAt = call.now + DOWNLOAD_MS;
    const name = randomUUID();
    call.state.reportTexts.set(name, { text: reportCsv(call, task), expiresAt });
    return {
      download_url: `${call.origin}/media/report/${name}`,
      file_name: task.request['file_name'] ?? `report_${task.id}`,
      output_format: format,
    };
  },
});

function requireTask({ params, tables, advertiser }: AdvertiserCall): ReportTask {
  const id = params.requireText('task_id');
  const task = tables.reportTasks.getOf(advertiser.id, id);
  if (!task) throw notFound(`Task ${id} does not exist.`);
  return task;
}

function statusOf({ now, settings }: AdvertiserCall, task: ReportTask): TaskStatus {
  if (task.canceled) return 'CANCELED';
  const age = now - task.createdAt;
  if (age < settings.reportTaskMs) return 'QUEUING';
  return age < 2 * settings.reportTaskMs ? 'PROCESSING' : 'SUCCESS';
}

/** The rows as they are at the time of the download. */
function reportCsv(call: AdvertiserCall, task: ReportTask): string {
  const { query, rows } = runReport(call, new Params(task.request, false), false);
  const names = [...query.dimensions, ...query.metrics];
  const translates = task.request['enable_report_title_translation'] !== false;
  return csvText(
    translates ? names.map(titleOf) : names,
    rows.map(({ dimensions, metrics }) => names.map((name) => dimensions[name] ?? metrics[name] ?? '')),
  );
}

export const REPORT_TASK_ENDPOINTS: readonly BusinessEndpoint[] = [create, check, cancel, download];
