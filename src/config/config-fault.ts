/** Stops a start or a command. The message is one sentence that tells the operator what to set. */
export class ConfigFault extends Error {}
