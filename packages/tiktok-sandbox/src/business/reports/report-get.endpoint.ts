import { invalidParam } from '../wire/business-error.js';
import { grantedEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import { runReport } from './run-report.js';

/** The synchronous report. Source: business reference §7. */
export const integratedReport = grantedEndpoint({
  method: 'GET',
  path: '/report/integrated/get/',
  handle(call) {
    const { params } = call;
    params.oneOf('query_mode', ['REGULAR', 'CHUNK']);
    const report = runReport(call, params, true);
    const { ids, time, breakdowns } = report.query;
    const withTotal = params.flag('enable_total_metrics') ?? false;
    if (withTotal && (ids.length !== 1 || time === 'stat_time_hour' || breakdowns.length > 0))
      throw invalidParam('enable_total_metrics: Only with a single id dimension and stat_time_day.');
    if (report.isCut) call.header('x-tt-ads-throttle', 'true');
    const page = pageOf(params, report.rows);
    return withTotal ? { ...page, total_metrics: report.total } : page;
  },
});
