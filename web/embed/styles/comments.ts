import { css } from 'lit';

/** Comments, in the list and pinned. The rows are flat, so depth costs nothing. */
export const comments = css`
  .feed {
    overflow-anchor: none;
  }
  .comment {
    scroll-margin-block: var(--colloquy-scroll-margin, 0px);
  }
  .comment,
  .more {
    --indent: calc(min(var(--level), var(--deepest)) * var(--step));
    padding-block: 14px 2px;
    padding-inline-start: var(--indent);
    background: repeating-linear-gradient(to right, var(--line) 0 1px, transparent 1px var(--step))
      var(--guide) 0 / max(0px, var(--indent) - var(--guide) + 1px) 100% no-repeat;
  }
  :dir(rtl) > .comment,
  :dir(rtl) > .more {
    background: repeating-linear-gradient(to left, var(--line) 0 1px, transparent 1px var(--step))
      calc(100% - var(--guide)) 0 / max(0px, var(--indent) - var(--guide) + 1px) 100% no-repeat;
  }
  .comment:focus-visible > .byline {
    outline: 2px solid var(--accent);
    outline-offset: 4px;
    border-radius: 2px;
  }
  .byline {
    display: flex;
    align-items: center;
    gap: 9px;
    min-height: 28px;
    font-size: 0.875em;
  }
  .initials {
    flex: none;
    width: 2.5em;
    height: 2.5em;
    border-radius: 50%;
    display: grid;
    place-items: center;
    font-size: 0.8em;
    font-weight: 600;
    letter-spacing: 0.02em;
    color: light-dark(#4d463c, #d9d2c6);
    background: light-dark(#ece5d9, #443f38);
  }
  .initials[data-hue='1'] {
    background: light-dark(#dfe8e4, #33423c);
    color: light-dark(#2f4f43, #b9d6ca);
  }
  .initials[data-hue='2'] {
    background: light-dark(#e2e6f0, #363d4d);
    color: light-dark(#38476b, #c0cbe6);
  }
  .initials[data-hue='3'] {
    background: light-dark(#f1e1dc, #4a3731);
    color: light-dark(#6f3a29, #ecc2b3);
  }
  .initials[data-hue='4'] {
    background: light-dark(#ece0ec, #443645);
    color: light-dark(#5d3a60, #dcbfde);
  }
  .initials[data-hue='5'] {
    background: light-dark(#e6ead7, #3c4230);
    color: light-dark(#4a5424, #ccd6a8);
  }
  .who {
    flex: 1 1 auto;
    min-width: 0;
    line-height: 1.4;
  }
  .name {
    font-weight: 600;
  }
  .badge {
    display: inline-block;
    font-size: 0.8125em;
    line-height: 1.5;
    padding: 0 6px;
    border-radius: 4px;
    color: var(--accent);
    border: 1px solid currentColor;
  }
  /* At the end: what comes after may begin a line. */
  .name,
  .handle,
  .badge,
  .answers {
    margin-inline-end: 4px;
  }
  .meta,
  .answers {
    color: var(--muted);
    white-space: normal;
  }
  .time {
    color: inherit;
    text-decoration: none;
    display: inline-block;
    min-height: 24px;
    line-height: 24px;
  }
  .time:hover {
    text-decoration: underline;
  }
  .fold {
    flex: none;
    color: var(--muted);
    display: grid;
    place-items: center;
  }
  .fold[aria-expanded='false'] svg {
    transform: rotate(-90deg);
  }
  :dir(rtl) > .fold[aria-expanded='false'] svg {
    transform: rotate(90deg);
  }
  .fold:hover {
    background: var(--surface);
  }
  .body {
    margin-inline-start: var(--gutter);
    margin-block: 2px 0;
  }
  .body > :first-child {
    margin-block-start: 0;
  }
  .body > :last-child {
    margin-block-end: 0;
  }
  .body :is(p, ul, ol, blockquote, pre, table) {
    margin: 0.6em 0;
  }
  .body blockquote,
  .quote {
    padding-inline-start: 14px;
    border-inline-start: 3px solid var(--line);
    color: var(--muted);
  }
  .quote {
    margin-block: 4px;
    margin-inline: var(--gutter) 0;
    font-size: 0.9375em;
  }
  .quote p {
    white-space: pre-line;
  }
  .quote .gone {
    font-style: italic;
  }
  .quote footer {
    font-size: 0.8125em;
  }
  .body pre {
    overflow: auto;
    padding: 10px 12px;
    background: var(--surface);
    border-radius: var(--radius);
    font-size: 0.875em;
  }
  .body table {
    border-collapse: collapse;
    display: block;
    overflow: auto;
  }
  .body td,
  .body th {
    /* The table scrolls; its cells do not shrink to single letters. */
    overflow-wrap: break-word;
    border: 1px solid var(--line);
    padding: 3px 8px;
  }
  .tombstone {
    color: var(--muted);
    font-style: italic;
    flex: 1;
    padding-inline-start: var(--gutter);
  }
  .comment > .note {
    margin-inline-start: var(--gutter);
  }
  .more {
    padding-inline-start: calc(var(--indent) + var(--gutter));
    padding-block: 6px;
  }
  .more .plain {
    font-size: 0.875em;
  }
  .answers:not([data-deep]) {
    display: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 4px;
    margin-inline-start: calc(var(--gutter) - 8px);
    color: var(--muted);
    font-size: 0.8125em;
  }
  .act {
    padding: 2px 8px;
    border-radius: 6px;
  }
  .act:hover:enabled {
    background: var(--surface);
    color: var(--text);
  }
  /* No bolder: a vote must not move what stands beside it. */
  .act[aria-pressed='true'] {
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .vote {
    padding-inline-end: 0;
  }
  .count {
    font-variant-numeric: tabular-nums;
    display: inline-block;
    min-width: 1ch;
  }
  .fresh,
  .new {
    color: var(--accent);
    font-weight: 600;
  }
  .dots svg {
    fill: currentColor;
    stroke: none;
  }
  .pinned {
    display: grid;
    gap: 8px;
    margin-block: 12px 4px;
  }
  .card {
    padding: 6px 14px 12px;
    background: var(--surface);
    border-radius: var(--radius);
    font-size: 0.9375em;
  }
  .card .byline {
    flex-wrap: wrap;
    gap: 0 9px;
  }
  .card .badge {
    margin: 0;
  }
  .card .time {
    color: var(--accent);
    text-decoration: underline;
    margin-inline-start: auto;
  }
  .card .body {
    margin: 0;
  }
  @container (max-width: 480px) {
    .answers:not([data-deep]) {
      display: inline;
    }
  }
`;
