// For the TypeORM command line: `npm run build && npx typeorm migration:show -d dist/ormconfig.js`.
// The service itself migrates when it starts (src/database/migrate.ts).
import { DataSource } from 'typeorm';
import { ownerDataSource } from './src/database/data-source-options.js';

export default new DataSource(
  ownerDataSource(process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? ''),
);
