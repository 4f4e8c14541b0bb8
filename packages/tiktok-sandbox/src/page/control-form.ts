import { type Html, html } from './html.js';

/** One value of a control call: fixed, or entered by the user. */
export interface ControlField {
  readonly name: string;
  readonly value?: string | number | boolean;
  /** With a label the field is shown; without, its value is fixed. */
  readonly label?: string;
  readonly choices?: readonly string[];
}

/** A button that makes a control call, with the fields that go with it. The script sends it as JSON. */
export function controlForm(
  call: `${'POST' | 'DELETE'} /${string}`,
  button: string,
  fields: readonly ControlField[] = [],
): Html {
  const [method = 'POST', path = '/'] = call.split(' ');
  return html`<form class="control" data-method="${method}" data-path="/__sandbox${path}">
    ${fields.map((field) => input(field))}
    <button>${button}</button>
  </form>`;
}

function input({ name, value = '', label, choices }: ControlField): Html {
  const kind = typeof value;
  if (label === undefined)
    return html`<input type="hidden" name="${name}" value="${value}" data-kind="${kind}" />`;
  if (choices)
    return html`<label
      >${label}
      <select name="${name}" data-kind="string">
        ${choices.map((choice) => html`<option>${choice}</option>`)}
      </select></label
    >`;
  const type = kind === 'number' ? 'number' : 'text';
  return html`<label
    >${label} <input type="${type}" name="${name}" value="${value}" data-kind="${kind}"
  /></label>`;
}
