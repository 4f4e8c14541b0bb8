import { BUSINESS_APP } from '../../apps.js';
import { badApp } from '../wire/business-error.js';
import type { Params } from '../wire/params.js';

/** Checks app id and secret under the names that the endpoint gives them. @throws BusinessError 40002, 40101 */
export function requireApp(params: Params, idKey = 'app_id', secretKey = 'secret'): void {
  const id = params.requireText(idKey);
  const secret = params.requireText(secretKey);
  if (id !== BUSINESS_APP.appId || secret !== BUSINESS_APP.secret) throw badApp();
}
