// `npm run keys:rotate`: writes all stored tokens anew under the first key of TOKEN_ENCRYPTION_KEYS. The service may run
// meanwhile, with the same keys. Afterwards the older keys can be taken off the list.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app.module.js';
import { messageOf } from '../src/common/index.js';
import { parseEnvironment } from '../src/config/index.js';
import { KeyRotation } from '../src/integrations/index.js';
import { loadEnvironment } from './launch/load-environment.js';

try {
  // Neither jobs nor schedules: another process of the service does those.
  const config = parseEnvironment({ ...loadEnvironment(), APP_ROLE: 'api' });
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config), {
    logger: ['error', 'warn'],
  });
  const done = await app
    .get(KeyRotation)
    .rotate((count) => console.log(`${count} credentials written anew…`));
  console.log(`Done: ${done} credentials now use the key "${config.encryptionKeys[0].id}".`);
  await app.close();
} catch (error) {
  console.error(`The keys were not rotated: ${messageOf(error)}`);
  process.exitCode = 1;
}
