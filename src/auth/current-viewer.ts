/** The decorators belong to the viewer, and so to the room below; other rooms take them from here. */
export { CurrentMember, CurrentViewer, type ViewerRequest } from '../users/current-viewer.js';
