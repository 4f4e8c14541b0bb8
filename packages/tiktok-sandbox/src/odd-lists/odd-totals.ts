import { isObject } from '../open-api/api-call.js';
import type { OddMode } from './odd-mode.js';

/** Makes the numbers of `page_info` too high or too low. */
export function oddTotals(odd: OddMode, path: string, data: unknown): unknown {
  if (!odd.isOn || !odd.has('page_total_wrong') || !isObject(data)) return data;
  const { page_info: info } = data;
  if (!isObject(info) || typeof info['total_number'] !== 'number') return data;
  const { total_number: total, page_size: size } = info;
  const wrong = odd.draw('total', path, total) < 0.5 ? total + 7 : Math.floor(total / 2);
  return {
    ...data,
    page_info: { ...info, total_number: wrong, total_page: Math.ceil(wrong / Number(size)) },
  };
}
