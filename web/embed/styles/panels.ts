import { css } from 'lit';

/** Actions of a comment, the places to write, and notices above the rows. */
export const panels = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 4px;
    margin-inline-start: 29px;
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
  .act[aria-pressed='true'] {
    color: var(--accent);
    font-weight: 600;
  }
  .count {
    font-variant-numeric: tabular-nums;
    display: inline-block;
    min-width: 1ch;
  }
  .fresh {
    color: var(--accent);
    font-weight: 600;
  }
  .dots svg {
    width: 16px;
    height: 16px;
    fill: currentColor;
    display: block;
    margin-inline: auto;
  }
  .new {
    color: var(--accent);
    font-weight: 600;
  }
  .top {
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
  .whoami {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
    color: var(--muted);
    font-size: 0.8125em;
    padding-block-start: 4px;
  }
  .whoami .plain {
    font-size: inherit;
    color: inherit;
  }
  .told {
    margin-inline-start: 37px;
    padding-block: 6px;
    font-size: 0.875em;
    color: var(--accent);
  }
  .top .told {
    margin-inline-start: 0;
  }
  .told[data-alert] {
    color: var(--alert);
  }
  .label,
  .why {
    font-size: 0.875em;
    color: var(--muted);
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
  .hidden-text {
    opacity: 1;
    color: var(--muted);
    border-inline-start: 3px solid var(--line);
    padding-inline-start: 12px;
  }
  .pill {
    position: sticky;
    bottom: 16px;
    height: 0;
    display: flex;
    flex-direction: column-reverse;
    align-items: center;
    gap: 8px;
    z-index: 2;
    pointer-events: none;
  }
  .arrivals,
  .toast {
    flex: none;
    pointer-events: auto;
    background: light-dark(#2a2622, #f0ebe2);
    color: light-dark(#fff, #1c1a18);
    border-radius: 999px;
    box-shadow: 0 2px 14px rgb(0 0 0 / 0.22);
    font-size: 0.875em;
  }
  .arrivals {
    padding: 8px 18px;
    font-weight: 600;
  }
  .toast {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 5px 8px 5px 18px;
    border-radius: 14px;
    max-width: calc(100% - 16px);
  }
  .toast:dir(rtl) {
    padding: 5px 18px 5px 8px;
  }
  .toast button {
    text-decoration: underline;
    text-underline-offset: 0.2em;
    padding: 2px 8px;
  }
  .toast button:focus-visible {
    outline-color: currentColor;
  }
  .toast svg {
    width: 14px;
    height: 14px;
    stroke: currentColor;
    stroke-width: 1.6;
    display: block;
    margin-inline: auto;
  }
  @container (max-width: 480px) {
    .actions {
      margin-inline-start: -8px;
    }
    .told {
      margin-inline-start: 0;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .toast,
    .arrivals {
      animation: rise 0.18s ease-out;
    }
    @keyframes rise {
      from {
        transform: translateY(8px);
        opacity: 0;
      }
    }
  }
  @media print {
    .actions,
    .top,
    .pill,
    .wide,
    .sort,
    .status,
    .more,
    .fold {
      display: none;
    }
    .comment {
      break-inside: avoid;
    }
  }
`;
