// The HTTP server around the modules: body parsers, OpenAPI, health. Must never hold logic of a module.
export { useBodyParsers } from './body-parsers.js';
export { HttpModule } from './http.module.js';
export { serveOpenApi } from './openapi.js';
export { logAnswers } from './request-log.js';
