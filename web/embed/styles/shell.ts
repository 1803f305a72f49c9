import { css } from 'lit';

/**
 * Colours, type, and everything around the list. A page sets `--colloquy-…` to change them. Texts
 * are indented by a gutter beside the author's initials; a narrow thread omits it.
 */
export const shell = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  /* As wide as there is room, also where the page asks the content how wide it is. */
  svg.room {
    width: 100vw;
    max-width: 100%;
    height: 0;
  }
  .place {
    container-type: inline-size;
  }
  /* Nothing is inherited from the page but its font, and what says that the page hides the element. */
  .root {
    all: initial;
    visibility: inherit;
    pointer-events: inherit;
    interactivity: inherit;
    display: block;
    user-select: text;
    -webkit-user-select: text;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    color-scheme: light;
    --text: var(--colloquy-text, light-dark(#1f1d1a, #eae6df));
    --muted: var(--colloquy-muted, light-dark(#655f57, #a69f94));
    --accent: var(--colloquy-accent, light-dark(#8a3b12, #f0a878));
    --line: var(--colloquy-line, light-dark(#e3ddd3, #3a3632));
    --surface: var(--colloquy-surface, light-dark(#f7f4ef, #262320));
    --raised: var(--colloquy-raised, light-dark(#fff, #2f2b27));
    --alert: var(--colloquy-alert, light-dark(#a3180d, #ff9d8f));
    --radius: var(--colloquy-radius, 8px);
    --gutter: 37px;
    --step: 22px;
    --guide: 13px;
    --deepest: 8;
    color: var(--text);
    font-family: var(--colloquy-font, inherit);
    font-size: var(--colloquy-size, 1rem);
    line-height: 1.55;
    overflow-wrap: anywhere;
    position: relative;
  }
  .bar {
    min-height: 40px;
  }
  .root[data-scheme='dark'] {
    color-scheme: dark;
  }
  @container (max-width: 480px) {
    .root {
      --gutter: 0px;
      --step: 12px;
      --guide: 3px;
      --deepest: 4;
    }
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
  svg {
    width: 16px;
    height: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    display: block;
    margin-inline: auto;
  }
  .cross {
    width: 14px;
    height: 14px;
    stroke-width: 1.6;
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
    background: #8d867c;
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
    background: var(--raised);
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
  [tabindex='-1']:focus {
    outline: none;
  }
  .feed > .comment:focus-visible:not([data-focus]) {
    outline: 2px solid var(--accent);
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
  .top {
    --gutter: 0px;
    padding-block: 14px 4px;
  }
  .write {
    width: 100%;
    min-height: 46px;
    padding: 10px 14px;
    text-align: start;
    color: var(--muted);
    background: var(--surface);
    border: 1px solid var(--line);
    cursor: text;
  }
  .write:hover {
    border-color: var(--muted);
  }
`;
