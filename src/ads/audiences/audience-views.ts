import { audienceStatus, statusText } from './audience-status.js';
import type { AudienceUpload } from './audience-upload.entity.js';
import type { Audience } from './audience.entity.js';
import type { AudienceDetailsView, AudienceUploadView, AudienceView } from './dto/audience.view.js';
import type { QualityReport } from './pipeline/quality-report.js';
import type { QualityReportView } from './dto/quality-report.view.js';
import type { UpdateAllowance } from './update-limits.js';

export function toAudienceView(audience: Audience, latest: AudienceUpload | undefined): AudienceView {
  const { id, accountId, name, kind, tiktokId, isExpiring, expiresAt, asOf, consent, retentionDays } =
    audience;
  const status = audienceStatus(audience, latest);
  // Before matching has ended, TikTok's 0 says nothing.
  const isKnown = status === 'ready' || status === 'too_small';
  return {
    id,
    accountId,
    name,
    kind,
    tiktokId,
    status,
    statusText: statusText(status, audience, latest),
    size: isKnown ? audience.coverNumber : null,
    isValid: isKnown ? audience.isValid : null,
    isExpiring,
    expiresAt,
    asOf,
    options: audience.policy,
    consent,
    retentionDays,
    createdAt: audience.createdAt,
  };
}

export function toDetailsView(
  audience: Audience,
  uploads: readonly AudienceUpload[],
  allowance: UpdateAllowance,
): AudienceDetailsView {
  const latest = uploads.find(({ action }) => action !== 'apply' && action !== 'delete');
  return { ...toAudienceView(audience, latest), ...allowance, uploads: uploads.map(toUploadView) };
}

export function toUploadView(upload: AudienceUpload): AudienceUploadView {
  const { id, action, state, detail, failCode, failMessage, createdAt, sentAt, finishedAt } = upload;
  return {
    id,
    action,
    state,
    report: upload.report && toReportView(upload.report),
    adGroupIds: detail?.adGroupIds ?? null,
    mode: detail?.mode ?? null,
    failCode,
    failMessage,
    createdAt,
    sentAt,
    finishedAt,
  };
}

export function toReportView(report: QualityReport): QualityReportView {
  return {
    ...report,
    columns: report.columns.map((column) => ({ ...column })),
    defects: report.defects.map((defect) => ({ ...defect, lines: [...defect.lines] })),
  };
}
