import { css } from 'lit';

/** Forms, menus, and held comments: the reader's own, and those that wait for a moderator. */
export const panelSheet = css`
  .panel {
    display: grid;
    gap: 10px;
    margin-block: 8px 6px;
    margin-inline-start: var(--gutter);
    padding: 14px;
    background: var(--surface);
    border-radius: var(--radius);
    font-size: 0.9375em;
  }
  .label,
  .why {
    font-size: 0.875em;
    color: var(--muted);
  }
  .label {
    font-weight: 600;
  }
  textarea,
  input:not([type='radio'], [type='checkbox']),
  .preview {
    font: inherit;
    color: inherit;
    width: 100%;
    padding: 8px 10px;
    background: var(--raised);
    border: 1px solid light-dark(#8d867c, #857d72);
    border-radius: 6px;
  }
  textarea,
  .preview {
    min-height: 5.5em;
  }
  textarea {
    resize: vertical;
    field-sizing: content;
    max-height: 60vh;
  }
  .preview {
    border: 1px dashed var(--line);
  }
  .quoting,
  .revisions,
  .reasons {
    list-style: none;
    border: 0;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 6px;
  }
  .quoting li {
    display: flex;
    align-items: start;
    gap: 6px;
    padding: 6px 4px 6px 10px;
    background: var(--raised);
    border-radius: 6px;
  }
  .panel > * {
    --gutter: 0px;
  }
  .panel .quote,
  .panel .body {
    margin: 0;
  }
  .quoting .quote {
    flex: 1;
    min-width: 0;
    max-height: 7.5em;
    overflow: hidden;
  }
  .hint:empty {
    display: none;
  }
  .hint {
    color: var(--muted);
    font-size: 0.875em;
  }
  .fault {
    color: var(--alert);
    font-size: 0.9375em;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .main {
    padding: 6px 16px;
    background: var(--text);
    color: light-dark(#fff, #1c1a18);
    font-weight: 600;
  }
  a.main {
    border-radius: 6px;
    text-decoration: none;
  }
  .main:disabled {
    background: var(--line);
    color: var(--muted);
  }
  .quiet {
    padding: 6px 10px;
    color: var(--muted);
  }
  .quiet:hover,
  .quiet[aria-pressed='true'] {
    color: var(--text);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .field {
    display: grid;
    gap: 3px;
  }
  .statement {
    margin: 0;
    color: var(--muted);
    white-space: pre-line;
  }
  .tabs {
    display: flex;
    gap: 4px;
    border-block-end: 1px solid var(--line);
  }
  .tabs button {
    padding: 4px 10px;
    border-radius: 0;
    color: var(--muted);
  }
  .tabs button[aria-pressed='true'] {
    color: var(--text);
    font-weight: 600;
    box-shadow: 0 2px 0 var(--accent);
  }
  .sign-in {
    max-width: 30em;
  }
  .reasons {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11em), 1fr));
    gap: 2px 12px;
  }
  .reasons legend {
    padding: 0;
    font-weight: 600;
  }
  .reasons label,
  .terms-box {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
  }
  .reasons input,
  .terms-box input {
    accent-color: var(--accent);
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    flex: none;
  }
  .menu {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 4px;
    padding: 6px;
  }
  .item {
    padding: 4px 10px;
    font-size: 0.9375em;
  }
  .item:hover {
    background: var(--raised);
  }
  .revisions {
    gap: 12px;
  }
  .own {
    --gutter: 0px;
    margin-block: 10px;
    padding: 12px 14px;
    border: 1px dashed var(--line);
    border-radius: var(--radius);
    font-size: 0.9375em;
  }
  .own .body {
    margin-block-start: 6px;
  }
  .awaiting > .comment {
    padding-block: 10px 0;
  }
  .comment > .reason {
    margin-inline-start: var(--gutter);
  }
  .held {
    padding-inline-start: var(--gutter);
  }
  .own-comment + .own-comment {
    margin-block-start: 12px;
    border-block-start: 1px solid var(--line);
  }
`;
