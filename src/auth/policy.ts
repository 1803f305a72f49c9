/** The policies belong to the viewer, and so to the room below; other rooms take them from here. */
export { AdminOnly, OwnData, Private, Public, SignedIn, Staff } from '../users/policy.js';
