import { css } from 'lit';

/** The overlay beside the article. It takes no space in the page. */
export const marginSheet = css`
  :host {
    position: absolute;
    inset-block-start: 0;
    left: 0;
    width: 0;
    height: 0;
    z-index: 5;
  }
  .layer {
    all: initial;
    display: block;
    visibility: inherit;
    user-select: none;
    -webkit-user-select: none;
    color-scheme: light;
    font:
      600 12px/1 system-ui,
      sans-serif;
  }
  .layer[data-scheme='dark'] {
    color-scheme: dark;
  }
  button {
    position: absolute;
    font: inherit;
    border: 0;
    padding: 0;
    margin: 0;
    cursor: pointer;
    background: none;
  }
  .mark {
    width: 24px;
    height: 24px;
    display: grid;
    place-items: center;
    color: var(--colloquy-mark-text, light-dark(#5a3a00, #ffe2a8));
  }
  .mark span {
    min-width: 20px;
    height: 18px;
    box-sizing: border-box;
    padding-inline: 4px;
    display: grid;
    place-items: center;
    border-radius: 9px 9px 9px 2px;
    background: var(--colloquy-mark, light-dark(#f6e3b4, #5b4517));
    font-variant-numeric: tabular-nums;
  }
  .mark:hover span {
    box-shadow: 0 0 0 2px currentColor;
  }
  button:focus-visible {
    outline: 2px solid light-dark(#1f1d1a, #fff);
    outline-offset: 2px;
    border-radius: 9px;
  }
  .choose,
  .note {
    position: absolute;
    width: max-content;
    max-width: calc(100vw - 16px);
    box-sizing: border-box;
    min-height: 32px;
    padding: 9px 14px;
    border-radius: 999px;
    font-size: 14px;
    background: light-dark(#2a2622, #f0ebe2);
    color: light-dark(#fff, #1c1a18);
    box-shadow: 0 2px 14px rgb(0 0 0 / 0.28);
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
