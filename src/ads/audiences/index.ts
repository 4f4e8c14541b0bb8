// Customer audiences: files of identifiers are hashed while they arrive, and only the hashes go on to TikTok.
export { AudiencesModule } from './audiences.module.js';
