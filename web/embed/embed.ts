// What a page loads: `<script type="module" src="…/embed.js">`. It stays small, because it is asked
// for anew; what it loads is kept by browsers for good.
import './main.js';
