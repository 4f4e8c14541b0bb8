// Errors, exact JSON, paging, the clock and logging, for every module. Must never know TikTok or tenants.
export { ApiExamples, EXAMPLES_OPERATION, type CallExample } from './api-examples.js';
export { ApiPage } from './api-page.js';
export { Clock } from './clock.js';
export { Coalescer } from './coalescer.js';
export { CommonModule } from './common.module.js';
export { endFrames, StreamEnd } from './stream-end.js';
export { cutText } from './truncate.js';
export { isDatabaseUnavailable, isRefusedStatement, queryReadTimeout } from './database-unavailable.js';
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
  UnfitInputError,
  UnprocessableError,
  UnsupportedMediaError,
  UpstreamRefusedError,
  type FieldError,
} from './errors.js';
export { sendEvents, SendsEvents } from './event-stream.decorator.js';
export { EventStreams } from './event-streams.js';
export { formatBeside, formatBytes, formatSeconds } from './format-units.js';
export { FairTurns } from './keyed-limiter.js';
export { Fits } from './satisfies.js';
export { isClientDisconnect } from './client-disconnect.js';
export { FORMER_NAMES, withFormerNames } from './former-names.js';
export { guardedRequest, NotPublicError } from './guarded-request.js';
export { HttpOptions } from './http-options.js';
export { firstIdOf, isId, newId } from './ids.js';
export { IsFlag } from './is-flag.js';
export { IsMoment } from './is-moment.js';
export { organisationHash } from './organisation-hash.js';
export { endOfMoment, isMoment, startOfMoment } from './moment.js';
export { parseForeignJson, parseJson, type Json } from './json.js';
export { LinkSigner } from './link-signer.js';
export { withoutSecrets } from './log-redaction.js';
export { NoZeroByte } from './no-zero-byte.js';
export { noteFacts, withLogFacts, type LogFacts } from './log-facts.js';
export { createPino, PinoNestLogger } from './logger.js';
export { firstOf } from './first-of.js';
export { groupBy } from './group-by.js';
export { inBatches, whileFull } from './in-batches.js';
export { isNavigation, NavigationOnly } from './navigation-only.js';
export { oneAhead } from './one-ahead.js';
export { Outages } from './outages.js';
export { PageQuery } from './page.query.js';
export { decodeCursor, encodeCursor, foreignCursor, toPage, type CursorPart, type Page } from './paging.js';
export { toProblem } from './problem.js';
export { ProblemFilter } from './problem.filter.js';
export { Problem } from './problem.view.js';
export { isPrivateHost } from './public-address.js';
export { SealedBox } from './sealed-box.js';
export { NextFlight } from './next-flight.js';
export { sendPart } from './send-part.js';
export { statusOf } from './status-of.js';
export { SingleFlight, within, type Flight } from './single-flight.js';
export { commentFrame, eventFrame, retryFrame } from './sse-frame.js';
export { validationPipe } from './validation.pipe.js';
export { illFormedTexts, type IllFormedText } from './well-formed.js';
