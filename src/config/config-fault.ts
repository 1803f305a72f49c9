/**
 * Why a start or a command cannot continue: one sentence for the operator that says what to set.
 */
export class ConfigFault extends Error {}
