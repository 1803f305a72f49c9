/** A start that cannot go on, in one sentence for the operator. */
export class StartFault extends Error {}
