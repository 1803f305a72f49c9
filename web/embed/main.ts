import { ThreadElement } from './element/thread-element.js';

if (!customElements.get('colloquy-thread')) customElements.define('colloquy-thread', ThreadElement);
