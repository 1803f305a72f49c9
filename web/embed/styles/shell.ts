import { css } from 'lit';

/** Colours, type and the frame around the list. A page sets `--colloquy-…` to change them. */
export const shell = css`
  :host {
    display: block;
    container-type: inline-size;
    font: inherit;
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    color-scheme: light;
    --text: var(--colloquy-text, light-dark(#1f1d1a, #eae6df));
    --muted: var(--colloquy-muted, light-dark(#655f57, #a69f94));
    --accent: var(--colloquy-accent, light-dark(#8a3b12, #f0a878));
    --line: var(--colloquy-line, light-dark(#e3ddd3, #3a3632));
    --surface: var(--colloquy-surface, light-dark(#f7f4ef, #262320));
    --raised: var(--colloquy-raised, light-dark(#fff, #2f2b27));
    --alert: var(--colloquy-alert, light-dark(#a3180d, #ff9d8f));
    --radius: var(--colloquy-radius, 8px);
    --step: 22px;
    color: var(--text);
    font-family: var(--colloquy-font, inherit);
    font-size: var(--colloquy-size, 1rem);
    line-height: 1.55;
    text-align: start;
    overflow-wrap: anywhere;
    position: relative;
  }
  .root[data-scheme='dark'] {
    color-scheme: dark;
  }
  .root * {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  h2,
  p {
    margin: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 16px;
    padding-block-end: 12px;
    border-block-end: 1px solid var(--line);
  }
  h2 {
    font-size: 1.25em;
    line-height: 1.3;
    font-weight: 600;
    letter-spacing: -0.01em;
    flex: 1 1 auto;
  }
  .status {
    flex-basis: 100%;
    color: var(--muted);
    font-size: 0.8125em;
    min-height: 1.55em;
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 4px;
    border-radius: 50%;
    background: light-dark(#8d867c, #8d867c);
  }
  [data-status='live'] .dot {
    background: light-dark(#2e7d4f, #6cc28d);
  }
  [data-status='offline'] .dot,
  [data-status='reconnecting'] .dot {
    background: light-dark(#b4690e, #f2b35e);
  }
  button,
  select {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    border-radius: var(--radius);
    cursor: pointer;
    min-height: 28px;
    min-width: 28px;
  }
  button:disabled {
    cursor: default;
    color: var(--muted);
  }
  select {
    font-size: 0.875em;
    color: var(--muted);
    padding: 2px 4px;
    max-width: 100%;
    background: var(--colloquy-raised, light-dark(#fff, #2f2b27));
    border: 1px solid var(--line);
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.15em;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .plain {
    color: var(--accent);
    padding: 2px 6px;
    margin-inline: -6px;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
    font-size: 0.9375em;
    text-align: start;
  }
  .wide {
    width: 100%;
    margin-block-start: 16px;
    padding: 10px;
    border: 1px solid var(--line);
    background: var(--surface);
  }
  .note {
    color: var(--muted);
    font-size: 0.9375em;
    padding-block: 16px;
  }
  .note.small {
    font-size: 0.8125em;
    padding: 0;
  }
  .branch {
    flex-basis: 100%;
    padding-block: 4px 0;
  }
`;
