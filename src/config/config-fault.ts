/** A setting that cannot be used; its message says which key and what to set. */
export class ConfigFault extends Error {}
