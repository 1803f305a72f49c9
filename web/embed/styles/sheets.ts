import { doing } from './panels.js';
import { frame } from './shell.js';
import { lines } from './comments.js';

/** Of what every reader sees; what is loaded later brings its own. */
export const sheets = [frame, lines, doing];
