import { doing } from './doing.js';
import { frame } from './frame.js';
import { lines } from './lines.js';

/** Of what every reader sees; what is loaded later brings its own. */
export const sheets = [frame, lines, doing];
