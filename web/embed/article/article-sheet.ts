import { css } from 'lit';

/** Passages above comments, and the article's part at the head of the thread. */
export const articleSheet = css`
  .passage p {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
  }
  .passage {
    white-space: normal;
    border-inline-start-color: light-dark(#d9a62e, #a87a1c);
  }
  .passage a {
    color: inherit;
    text-decoration-thickness: 1px;
    text-decoration-color: light-dark(#d9a62e, #a87a1c);
  }
  .passage a:hover {
    text-decoration-color: currentColor;
  }
  .about {
    display: grid;
    gap: 4px;
    justify-items: start;
  }
  .remark,
  .led {
    display: inline-block;
    min-height: 24px;
    line-height: 22px;
  }
  .remark {
    color: inherit;
    text-decoration-color: var(--line);
  }
  .led {
    text-decoration: none;
  }
  .led:hover,
  .remark:hover {
    text-decoration: underline;
  }
  .beside {
    font-size: 0.9375em;
    color: var(--muted);
  }
  .beside summary {
    cursor: pointer;
    width: fit-content;
    min-height: 28px;
    line-height: 28px;
  }
  .beside ol {
    list-style: none;
    margin: 0 0 8px;
    padding: 4px 0 0 0;
    display: grid;
    gap: 10px;
  }
  .beside li {
    padding-inline-start: 14px;
    border-inline-start: 3px solid var(--line);
  }
  .beside li:focus-visible {
    border-inline-start-color: var(--accent);
  }
  .beside h3 {
    margin: 0;
    font-size: 1em;
    color: var(--accent);
  }
  .beside .body {
    color: var(--text);
  }
  .credits a {
    display: inline-block;
    min-height: 24px;
    line-height: 24px;
    margin-inline-end: 8px;
  }
  .beside .plain {
    margin-inline: 0;
    padding-inline: 0;
  }
  .beside,
  .publish {
    --gutter: 0px;
    flex-basis: 100%;
  }
  @media print {
    .beside:not([open]),
    .publish,
    .passages {
      display: none;
    }
  }
`;
