import { html, nothing } from 'lit';

/** A field of the sign-in. */
export interface Field {
  name: string;
  label: string;
  type: string;
  autocomplete: string;
  hint?: string;
}

/**
 * A field with its label, its hint, and the reason of a refusal.
 * @param fault null if it was not refused
 */
export function fieldView(
  { name, label, type, autocomplete, hint = '' }: Field,
  place: string,
  fault: string | null,
): unknown {
  const id = `${name}-${place}`;
  const optional = name === 'displayName';
  const told = [hint && `${id}-hint`, fault !== null && `${id}-fault`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      name=${name}
      type=${type}
      autocomplete=${autocomplete}
      ?required=${!optional}
      ?autofocus=${name === 'login'}
      autocapitalize="none"
      aria-invalid=${fault === null ? nothing : 'true'}
      aria-describedby=${told || nothing}
    />
    ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    ${fault === null ? nothing : html`<p class="fault" id=${`${id}-fault`} role="alert">${fault}</p>`}
  </div>`;
}
