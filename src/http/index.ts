// The HTTP server around the modules: connections, body parsers, CORS, OpenAPI, health. Must never hold logic of a module.
export { useBodyParsers } from './body-parsers.js';
export { HangUpLog } from './hang-up-log.js';
export { limitConnections, SERVER_LIMITS } from './connections.js';
export { trustedProxies } from './trusted-proxies.js';
export { allowOrigins } from './cors.js';
export { HttpModule } from './http.module.js';
export { leadToDocs, serveOpenApi } from './openapi/document.js';
export { Refusals } from './refusals.js';
export { logAnswers } from './request-log.js';
export { secureAnswers, securityHeaders } from './security-headers.js';
