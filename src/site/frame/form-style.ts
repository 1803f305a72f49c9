const css = String.raw;

/** The style of forms and of their messages. */
export const FORM_STYLE = css`
  .account h1 {
    font-size: clamp(1.6rem, 1.3rem + 1.4vw, 2.125rem);
  }
  .account label {
    display: block;
    font: 600 0.9375rem/1.5 var(--sans);
  }
  .account input,
  .account select {
    width: 100%;
    max-width: 26rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--quiet);
    border-radius: 4px;
    background: var(--paper);
    color: inherit;
    font: 1rem/1.5 var(--sans);
  }
  .account input[type='radio'] {
    display: inline-block;
    width: auto;
    margin: 0 0.5rem 0 0;
  }
  .account input[aria-invalid] {
    border-color: var(--accent);
    border-width: 2px;
  }
  .account .field {
    margin: 0 0 1.5rem;
  }
  .account .field p {
    font: 0.9375rem/1.5 var(--sans);
    color: var(--quiet);
    margin: 0.25rem 0 0;
  }
  .account .field .fault {
    color: var(--accent);
    font-weight: 600;
  }
  .account button {
    padding: 0.625rem 1.25rem;
    border: 1px solid var(--accent);
    border-radius: 4px;
    background: var(--accent);
    color: var(--paper);
    font: 600 1rem/1.5 var(--sans);
    cursor: pointer;
  }
  .account button.quiet {
    background: transparent;
    color: inherit;
    border-color: var(--quiet);
    padding: 0.25rem 0.75rem;
    font-size: 0.9375rem;
  }
  .account label :is(input, select) {
    display: block;
    margin-top: 0.375rem;
  }
  .account fieldset {
    border: 1px solid var(--quiet);
    border-radius: 4px;
    margin: 0 0 1.5rem;
    font: 0.9375rem/1.5 var(--sans);
  }
  .account legend {
    font-weight: 600;
  }
  .account input[type='checkbox'] {
    display: inline-block;
    width: auto;
    margin: 0 0.375rem 0 0;
  }
  .account form + p,
  .account form + form,
  .account details {
    margin: 1rem 0;
  }
  .account summary {
    cursor: pointer;
    font: 600 0.9375rem/1.5 var(--sans);
  }
  .account li {
    margin: 0.5rem 0;
    overflow-wrap: anywhere;
  }
  .account blockquote {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .account code,
  .account .codes {
    font-family: ui-monospace, monospace;
    overflow-wrap: anywhere;
  }
  .account img {
    background: #fff;
    max-width: 100%;
    height: auto;
  }
  .account button[aria-disabled] {
    cursor: progress;
  }
  .account :is(input, select):focus-visible,
  .account button:focus-visible,
  .account .said:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 3px;
  }
  .account .said > * {
    background: var(--tint);
    border-inline-start: 3px solid var(--accent);
    padding: 0.75rem 1.25rem;
  }
`;
