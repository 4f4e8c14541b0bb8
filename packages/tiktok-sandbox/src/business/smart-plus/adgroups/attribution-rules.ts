import { invalidParam } from '../../wire/business-error.js';
import type { Params } from '../../wire/params.js';

/** Click and view windows come together, and the engaged one with both. Corrections §2b. @throws BusinessError 40002 */
export function checkWindows(params: Params): void {
  const [click, view, engaged] = ['click', 'view', 'engaged_view'].map((name) =>
    params.has(`${name}_attribution_window`),
  );
  if (click !== view || (engaged && !click))
    throw invalidParam('click_attribution_window: Must be sent together with view_attribution_window.');
}

/** 48 half hours of seven days. @throws BusinessError 40002 */
export function checkDayparting(params: Params): void {
  const text = params.text('dayparting');
  if (text === undefined) return;
  if (!/^[01]{336}$/.test(text)) throw invalidParam('dayparting: Must be 336 characters of 0 and 1.');
}
