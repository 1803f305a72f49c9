export { AnchorText, type Found, type Passage } from './anchor-text.js';
export { pointAt, unitAt } from './code-points.js';
export { type Place, type Quote, quoteAt, SearchedText } from './searched-text.js';
