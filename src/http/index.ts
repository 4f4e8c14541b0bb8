// The HTTP server around the modules: connections, body parsers, CORS, OpenAPI, health. It must never contain a module's logic.
export { useBodyParsers } from './body-parsers.js';
export { DisconnectLog } from './disconnect-log.js';
export { limitConnections, SERVER_LIMITS } from './connections.js';
export { trustedProxies } from './trusted-proxies.js';
export { allowOrigins } from './cors.js';
export { HttpModule } from './http.module.js';
export { rejectIllFormedQueries } from './ill-formed-input.js';
export { lingerOnClose } from './lingering-close.js';
export { loadModels, openApiDocument, redirectToDocs, serveOpenApi } from './openapi/document.js';
export { EarlyErrors } from './early-errors.js';
export { logAnswers } from './request-log.js';
export { serveAdminUi } from './admin/admin-ui.js';
export { secureAnswers, securityHeaders } from './security-headers.js';
