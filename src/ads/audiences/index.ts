// Customer audiences: files of identifiers are hashed while they arrive, and only the hashes go on to TikTok.
export { hashStream } from './pipeline/hash-stream.js';
export { DEFAULT_POLICY } from './pipeline/identifier-kind.js';
export { PartWriter } from './staging/part-writer.js';
