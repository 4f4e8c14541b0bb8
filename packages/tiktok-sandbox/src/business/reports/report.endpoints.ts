import type { BusinessEndpoint } from '../wire/endpoint.js';
import { integratedReport } from './report-get.endpoint.js';
import { REPORT_TASK_ENDPOINTS } from './report-task.endpoints.js';

export const REPORT_ENDPOINTS: readonly BusinessEndpoint[] = [integratedReport, ...REPORT_TASK_ENDPOINTS];
