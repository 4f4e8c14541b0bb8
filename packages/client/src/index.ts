export { answer } from './answer.js';
export { ApiError, type Problem } from './api-error.js';
export { createConnector, type Connector, type ConnectorOptions } from './connector.js';
export { events, type EventOptions, type StreamEvent, type Streams } from './events.js';
export type * from './generated/api.js';
export { items } from './pages.js';
export { uploadFile, type UploadOptions, type UploadSource } from './upload.js';
