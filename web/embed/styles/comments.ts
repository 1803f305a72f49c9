import { css } from 'lit';

/** The lines of the list. They are flat; their level is a number, so that depth costs nothing. */
export const comments = css`
  .feed {
    overflow-anchor: none;
  }
  .comment,
  .more {
    --guide: 13px;
    --depth: min(var(--level), 8);
    --indent: calc(var(--depth) * var(--step));
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
  .gap {
    overflow-anchor: none;
  }
  .comment:focus {
    outline: none;
  }
  .comment:focus-visible > .byline {
    outline: 2px solid var(--accent);
    outline-offset: 4px;
    border-radius: 2px;
  }
  .comment[data-focus] > .body {
    background: var(--surface);
    box-shadow: 0 0 0 8px var(--surface);
    border-radius: 1px;
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
    width: 28px;
    height: 28px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    font-size: 11px;
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
  .badge,
  .answers,
  .meta {
    margin-inline-start: 4px;
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
  .fold svg {
    width: 16px;
    height: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
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
    margin-inline-start: 37px;
    margin-block: 2px 0;
  }
  .body > :first-child {
    margin-block-start: 0;
  }
  .body > :last-child {
    margin-block-end: 0;
  }
  .body p,
  .body ul,
  .body ol,
  .body blockquote,
  .body pre,
  .body table {
    margin-block: 0.6em;
  }
  .body blockquote {
    margin-inline: 0;
    padding-inline-start: 14px;
    border-inline-start: 3px solid var(--line);
    color: var(--muted);
  }
  .quote {
    margin-block: 4px;
    margin-inline: 37px 0;
    padding-inline-start: 14px;
    border-inline-start: 3px solid var(--line);
    color: var(--muted);
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
    border: 1px solid var(--line);
    padding: 3px 8px;
  }
  .tombstone {
    color: var(--muted);
    font-style: italic;
    flex: 1;
    padding-inline-start: 37px;
  }
  .comment > .note {
    margin-inline-start: 37px;
  }
  .more {
    padding-inline-start: calc(var(--indent) + 37px);
    padding-block: 6px;
  }
  .more .plain {
    font-size: 0.875em;
  }
  .answers:not([data-deep]) {
    display: none;
  }
  @container (max-width: 480px) {
    .comment,
    .more {
      --step: 12px;
      --guide: 3px;
      --depth: min(var(--level), 4);
    }
    .body,
    .quote,
    .comment > .note {
      margin-inline-start: 0;
    }
    .answers:not([data-deep]) {
      display: inline;
    }
    .tombstone {
      padding-inline-start: 0;
    }
    .more {
      padding-inline-start: var(--indent);
    }
  }
`;
