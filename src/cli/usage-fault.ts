/** A command that cannot be carried out, in words for whoever typed it. */
export class UsageFault extends Error {}
