// Pages load this file: `<script type="module" src="…/embed.js">`. Browsers revalidate it, so it is
// small. Its imports have content hashes in their names and are cached permanently.
import './main.js';
