// The HTTP server around the modules: connections, body parsers, CORS, OpenAPI, health. Must never hold logic of a module.
export { useBodyParsers } from './body-parsers.js';
export { limitConnections } from './connections.js';
export { allowOrigins } from './cors.js';
export { HttpModule } from './http.module.js';
export { refuseIllFormedQueries } from './ill-formed-input.js';
export { lingerOnClose } from './lingering-close.js';
export { serveOpenApi } from './openapi.js';
export { refuseByParser, refuseByRouter } from './refusals.js';
export { logAnswers } from './request-log.js';
