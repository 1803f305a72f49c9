import { CountElement } from './count-element.js';

// What a list of articles loads: `<script type="module" src="…/count.js">`.
if (!customElements.get('colloquy-count')) customElements.define('colloquy-count', CountElement);
