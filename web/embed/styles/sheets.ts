import { comments } from './comments.js';
import { panels } from './panels.js';
import { shell } from './shell.js';

/** The styles that every reader needs; parts that are loaded later bring their own. */
export const sheets = [shell, comments, panels];
