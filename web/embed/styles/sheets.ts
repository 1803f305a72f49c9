import { comments } from './comments.js';
import { panels } from './panels.js';
import { shell } from './shell.js';

/** Of what every reader sees; what is loaded later brings its own. */
export const sheets = [shell, comments, panels];
