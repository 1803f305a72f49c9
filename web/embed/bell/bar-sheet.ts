import { css } from 'lit';

export const barSheet = css`
  .whoami {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    align-items: center;
    color: var(--muted);
    font-size: 0.8125em;
    padding-block-start: 8px;
  }
  .whoami .plain {
    font-size: inherit;
    color: inherit;
  }
  .whoami select {
    font-size: inherit;
  }
  .follow {
    margin-inline-start: auto;
  }
  .bell {
    position: relative;
    width: 34px;
    height: 32px;
  }
  .bell:hover,
  .bell[aria-expanded='true'] {
    color: var(--text);
    background: var(--surface);
  }
  .bell svg {
    width: 19px;
    height: 19px;
    stroke-width: 1.3;
  }
  .whoami > .bell:nth-child(3) {
    margin-inline-start: auto;
  }
  .unread {
    position: absolute;
    inset-block-start: -2px;
    inset-inline-end: 0;
    min-width: 17px;
    padding-inline: 4px;
    border-radius: 9px;
    background: var(--accent);
    color: light-dark(#fff, #1c1a18);
    font-size: 0.6875rem;
    font-weight: 700;
    line-height: 17px;
    font-variant-numeric: tabular-nums;
  }
  .told-list {
    margin-block: 8px 4px;
    padding: 12px 14px;
    background: var(--surface);
    border-radius: var(--radius);
    font-size: 0.9375em;
  }
  .bar .hint {
    color: var(--muted);
    font-size: 0.9375em;
    padding-block: 6px;
  }
  .told-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 16px;
    padding-inline-end: 6px;
    min-height: 28px;
  }
  .told-list ol,
  .told-list ul {
    list-style: none;
    margin: 4px 0;
    padding: 0;
  }
  .told-list ol {
    max-height: min(60vh, 30em);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .told-list ol > li + li {
    border-block-start: 1px solid var(--line);
  }
  .told-list ol > li > * {
    display: block;
    padding-block: 8px;
    padding-inline: 16px 6px;
    color: inherit;
    text-decoration: none;
    position: relative;
  }
  .told-list ol a:focus-visible {
    outline-offset: -2px;
  }
  .told-list a:hover .what {
    text-decoration: underline;
  }
  .what,
  .excerpt,
  .where {
    display: block;
  }
  [data-unread='true'] .what {
    font-weight: 600;
  }
  [data-unread='true'] > ::before {
    content: '';
    position: absolute;
    inset-block-start: calc(8px + 0.775em - 4px);
    inset-inline-start: 2px;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--accent);
  }
  .excerpt {
    white-space: pre-line;
  }
  .where {
    color: var(--muted);
    font-size: 0.8667em;
  }
  .ignored {
    margin-block-start: 10px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--line);
    color: var(--muted);
  }
  .ignored summary {
    cursor: pointer;
    min-height: 28px;
  }
  .ignored li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    align-items: center;
    color: var(--text);
  }
  .ways,
  .tombstone:has(> .ways) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 18px;
  }
  .ways {
    font-style: normal;
  }
  .bar:has(.told-list) + .top {
    padding-block-start: 10px;
  }
`;
