import { css } from 'lit';

/** Styles of notices, marks and print. The first comments need none of them, so they load later. */
export const floating = css`
  .told {
    margin-inline-start: var(--gutter);
    padding-block: 6px;
    font-size: 0.875em;
    color: var(--accent);
  }
  .told[data-alert] {
    color: var(--alert);
  }
  .comment[data-focus] > .body {
    background: var(--surface);
    box-shadow: 0 0 0 8px var(--surface);
    border-radius: 1px;
  }
  .hidden-text {
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
    padding-block: 5px;
    padding-inline: 18px 8px;
    border-radius: 14px;
    max-width: calc(100% - 16px);
  }
  .toast button {
    text-decoration: underline;
    text-underline-offset: 0.2em;
    padding: 2px 8px;
  }
  .toast button:focus-visible {
    outline-color: currentColor;
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
    .time time {
      display: none;
    }
    .time::after {
      content: attr(title);
    }
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
