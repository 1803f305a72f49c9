import { createHash } from 'node:crypto';

/** A function of the database, with the name under which a build of the service calls it. */
export interface DatabaseFunction {
  /**
   * The name contains the hash of the definition, so that the functions of two builds can coexist.
   */
  readonly name: string;
  readonly statement: string;
  /** The triggers that run it; none for a function that is called. */
  readonly triggers: readonly DatabaseTrigger[];
}

/** The parts of a trigger: `create trigger <name> <event> on <table> <each>`. */
export interface TriggerTerms {
  readonly name: string;
  readonly event: string;
  readonly table: string;
  readonly each: string;
}

interface DatabaseTrigger extends Pick<TriggerTerms, 'name' | 'table'> {
  /** The statement that creates it, or replaces the trigger of this name. */
  readonly statement: string;
}

/** @param definition everything after the name: `(arguments) returns ... as $$ ... $$` */
export function databaseFunction(name: string, definition: string): DatabaseFunction {
  const hashed = `${name}_${hashOf(definition)}`;
  return { name: hashed, statement: `create function ${hashed}${definition}`, triggers: [] };
}

/**
 * A function that triggers run. Its hash covers their definitions, so a trigger is up to date if it
 * runs the function of this name.
 *
 * A table has one trigger of a name, so both builds of a rolling deploy use the triggers of the
 * newer one. Such a change takes two releases: the first (expand) supports its own writes and those
 * of the former release; the second (contract) drops the latter.
 * @param definition everything after `returns trigger`
 */
export function triggerFunction(
  name: string,
  definition: string,
  terms: readonly TriggerTerms[],
): DatabaseFunction {
  const hashed = `${name}_${hashOf(definition + JSON.stringify(terms))}`;
  return {
    name: hashed,
    statement: `create function ${hashed}() returns trigger ${definition}`,
    triggers: terms.map((trigger) => ({
      name: trigger.name,
      table: trigger.table,
      statement: `create or replace trigger ${trigger.name} ${trigger.event} on ${trigger.table}
        ${trigger.each} execute function ${hashed}()`,
    })),
  };
}

/** The id of a build: a hash of the names of its functions. */
export function buildOf(functions: readonly DatabaseFunction[]): string {
  const names = functions.map(({ name }) => name);
  return hashOf(names.toSorted((one, other) => one.localeCompare(other)).join(' '));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
