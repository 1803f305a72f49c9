// Pages load this file: `<script type="module" src="…/embed.js">`. Browsers ask for it anew each time, so
// it stays small; its imports have the hash of their content in their names and are kept for good.
import './main.js';
