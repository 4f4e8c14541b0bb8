import type { ActiveFault } from '../../faults/fault.store.js';
import { FAULT_KINDS } from '../../faults/fault-rule.js';
import type { World } from '../../world.js';
import { controlForm } from '../control-form.js';
import { type Html, html } from '../html.js';
import { table } from './section.js';

/** The active faults, with the forms to add and remove them. */
export function faultsSection(world: World): Html {
  const faults = world.faults.all();
  return html`<div class="controls">
      ${controlForm('POST /faults', 'Order fault', [
        { name: 'match', value: 'POST /v2/post/publish/video/init/', label: 'For' },
        { name: 'kind', label: 'kind', choices: FAULT_KINDS },
        { name: 'times', value: 1, label: 'times' },
        { name: 'code', value: '', label: 'code' },
      ])}
      ${faults.length > 0 ? controlForm('DELETE /faults', 'Withdraw all') : html``}
    </div>
    ${table(
      ['rule', 'kind', 'matched', 'struck', ''],
      faults.map((fault) => row(fault)),
      'Nothing is ordered to go wrong.',
    )}`;
}

function row({ id, rule, matched, struck }: ActiveFault): Html {
  const details = [rule.code, rule.status, rule.times === undefined ? '' : `${rule.times} times`];
  return html`<tr>
    <td><code>${rule.match}</code></td>
    <td>${rule.kind} ${details.filter((detail) => detail !== undefined && detail !== '').join(', ')}</td>
    <td>${matched}</td>
    <td>${struck}</td>
    <td class="controls">${controlForm(`DELETE /faults/${id}`, 'Withdraw')}</td>
  </tr>`;
}
