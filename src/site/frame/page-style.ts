import { createHash } from 'node:crypto';
import { safe } from '../../text/html/html.js';
import { FORM_STYLE } from './form-style.js';

const css = String.raw;

const STYLE = css`
  :root {
    color-scheme: light dark;
    --paper: #fdfbf7;
    --ink: #211d19;
    --quiet: #665d53;
    --line: #ded6ca;
    --accent: #8a2f1c;
    --tint: #f5efe4;
    --serif: Charter, 'Bitstream Charter', 'Iowan Old Style', Cambria, Georgia, serif;
    --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #171512;
      --ink: #e8e1d6;
      --quiet: #a89d8f;
      --line: #3a342d;
      --accent: #f0a48c;
      --tint: #211e19;
    }
  }
  * {
    box-sizing: border-box;
  }
  html {
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    overflow-wrap: break-word;
  }
  body {
    margin: 0;
    background: var(--paper);
    color: var(--ink);
    font: 1.1875rem/1.6 var(--serif);
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.15em;
    text-decoration-thickness: 0.06em;
  }
  a:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 3px;
    border-radius: 2px;
  }
  .top,
  .bottom {
    font: 0.875rem/1.5 var(--sans);
    color: var(--quiet);
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    justify-content: space-between;
  }
  .top,
  .bottom,
  main {
    max-width: 42rem;
    margin: 0 auto;
    padding: 1rem 1.25rem;
  }
  .top {
    padding-top: 1.5rem;
  }
  .top a,
  .bottom a {
    color: inherit;
    display: inline-block;
    padding: 0.25rem 0;
  }
  .top .name {
    color: var(--ink);
    font: 700 1rem/1.5 var(--serif);
    letter-spacing: 0.01em;
    text-decoration: none;
  }
  h1 {
    font-size: clamp(1.9rem, 1.4rem + 2.6vw, 2.75rem);
    line-height: 1.15;
    letter-spacing: -0.012em;
    text-wrap: balance;
    margin: 2rem 0 0.75rem;
  }
  h2 {
    font-size: 1.375rem;
    line-height: 1.3;
    margin: 2.5rem 0 1rem;
  }
  p,
  blockquote,
  ul,
  ol,
  table,
  pre {
    margin: 0 0 1.1em;
    hanging-punctuation: first;
  }
  .summary {
    color: var(--quiet);
    font-size: 1.3125rem;
    line-height: 1.45;
    text-wrap: pretty;
  }
  .dated {
    font: 0.9375rem/1.5 var(--sans);
    color: var(--quiet);
    border-block: 1px solid var(--line);
    padding: 0.75rem 0;
    margin: 1.5rem 0 2rem;
  }
  .dated b {
    color: var(--ink);
    font-weight: 600;
  }
  .text > p {
    text-wrap: pretty;
  }
  .text pre {
    overflow-x: auto;
    font-size: 0.9375rem;
  }
  blockquote {
    border-inline-start: 3px solid var(--line);
    padding-inline-start: 1rem;
    margin-inline: 0;
    color: var(--quiet);
  }
  .update {
    background: var(--tint);
    border-inline-start: 3px solid var(--accent);
    padding: 1rem 1.25rem;
    margin: 2rem 0;
  }
  .update h2 {
    font: 600 0.875rem/1.5 var(--sans);
    color: var(--accent);
    margin: 0 0 0.5rem;
  }
  .addition > :last-child {
    margin-bottom: 0;
  }
  .discussion {
    border-top: 1px solid var(--line);
    margin-top: 3rem;
    padding-top: 0.5rem;
  }
  .hint,
  .others {
    font: 0.9375rem/1.5 var(--sans);
    color: var(--quiet);
  }
  .others h2 {
    font-family: var(--serif);
    color: var(--ink);
  }
  .others ul {
    list-style: none;
    padding: 0;
  }
  .others li {
    padding: 0.75rem 0;
    border-top: 1px solid var(--line);
  }
  .others a {
    font: 1.0625rem/1.4 var(--serif);
    display: block;
    padding: 0.125rem 0;
  }
  .colloquy ol {
    list-style: none;
    padding: 0;
    margin: 0;
  }
  .colloquy li {
    padding-top: 1.25rem;
  }
  .colloquy li li {
    margin-inline-start: clamp(0.5rem, 2vw, 1rem);
    padding-inline-start: clamp(0.5rem, 2vw, 1rem);
    border-inline-start: 1px solid var(--line);
  }
  .colloquy article:target {
    outline: 2px solid var(--accent);
    outline-offset: 0.5rem;
  }
  .colloquy-by,
  .colloquy-more,
  .colloquy-gone {
    font: 0.875rem/1.5 var(--sans);
    color: var(--quiet);
    margin: 0 0 0.25rem;
  }
  .colloquy-by b {
    color: var(--ink);
  }
  .colloquy-by a,
  .colloquy-gone a {
    color: inherit;
    display: inline-block;
    padding: 0.125rem 0.25rem;
  }
  .colloquy-text {
    font-size: 1.0625rem;
  }
  .colloquy-text > :last-child {
    margin-bottom: 0;
  }
  .colloquy-more a {
    display: inline-block;
    padding: 0.5rem 0;
  }
  code {
    background: var(--tint);
    padding: 0.1em 0.3em;
    font-size: 0.9em;
  }
  pre code {
    display: block;
    overflow-x: auto;
    padding: 0.75rem 1rem;
    line-height: 1.5;
  }
  .bottom {
    border-top: 1px solid var(--line);
    margin-top: 3rem;
    padding-bottom: 2.5rem;
  }
  @media print {
    .top,
    .bottom,
    .others,
    .hint {
      display: none;
    }
    :root {
      --paper: #fff;
      --ink: #000;
      --quiet: #444;
    }
    body {
      font-size: 11pt;
    }
    main {
      max-width: none;
      padding: 0;
    }
    .update,
    .colloquy article {
      break-inside: avoid;
    }
  }
`;

const TEXT = `${STYLE}${FORM_STYLE}`.replace(/\s+/g, ' ').trim();

/** The exact element: the content security policy contains the hash of its content. */
export const PAGE_STYLE = safe(`<style>${TEXT}</style>`);

export const PAGE_STYLE_HASH = `'sha256-${createHash('sha256').update(TEXT).digest('base64')}'`;
