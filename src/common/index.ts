// What every module may use: errors, exact JSON, paging, the clock, logging. Knows nothing of TikTok or of tenants.
export { ApiPage } from './api-page.js';
export { Clock } from './clock.js';
export { Coalescer } from './coalescer.js';
export { CommonModule } from './common.module.js';
export { cutText } from './cut-text.js';
export { isDatabaseGone } from './database-gone.js';
export { describeError } from './describe-error.js';
export { codeOf, isError, messageOf } from './error-message.js';
export {
  BusyError,
  checkAll,
  ConflictError,
  DomainError,
  ForbiddenError,
  InProgressError,
  InvalidInputError,
  isDeferred,
  LockedError,
  NoRoomError,
  NotFoundError,
  TooLargeError,
  TooManyRequestsError,
  UnauthenticatedError,
  UnavailableError,
  UnprocessableError,
  UnsupportedMediaError,
  UpstreamRefusedError,
  type FieldError,
} from './errors.js';
export { FairTurns } from './fair-turns.js';
export { Fits } from './fits.js';
export { formatBeside, formatBytes, formatSeconds } from './format-units.js';
export { isHangUp } from './hang-up.js';
export { isId, newId } from './ids.js';
export { parseForeignJson, parseJson, type Json } from './json.js';
export { LinkSigner } from './link-signer.js';
export { withoutSecrets } from './log-redaction.js';
export { noteFacts, withLogFacts, type LogFacts } from './log-facts.js';
export { createPino, PinoNestLogger } from './logger.js';
export { isVisit, OnVisitOnly } from './on-visit-only.js';
export { orNull } from './or-null.js';
export { Outages } from './outages.js';
export { decodeCursor, encodeCursor, PageQuery, toPage, type KeyPart, type Page } from './paging.js';
export { Problem, toProblem } from './problem.js';
export { ProblemFilter } from './problem.filter.js';
export { SealedBox } from './sealed-box.js';
export { SingleFlight, within, type Flight } from './single-flight.js';
export { validationPipe } from './validation.pipe.js';
export { illFormedTexts, type IllFormedText } from './well-formed.js';
