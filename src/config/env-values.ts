import { ConfigFault } from './config-fault.js';

/** @throws ConfigFault for anything but a whole number within the bounds */
export function parseWhole(
  key: string,
  value: string,
  { min, max }: { min: number; max: number },
): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw new ConfigFault(`${key} must be a whole number from ${min} to ${max}.`);
}

/** @throws ConfigFault for anything but one of the choices */
export function parseChoice<T extends string>(
  key: string,
  value: string,
  choices: readonly T[],
): T {
  const found = choices.find((choice) => choice === value);
  if (found) return found;
  throw new ConfigFault(`${key} must be one of ${choices.join(', ')}.`);
}

/** @throws ConfigFault for anything but yes and no */
export function parseSwitch(key: string, value: string | undefined, fallback: boolean): boolean {
  if (value === undefined || value === '') return fallback;
  if (['true', 'on', '1', 'yes'].includes(value.toLowerCase())) return true;
  if (['false', 'off', '0', 'no'].includes(value.toLowerCase())) return false;
  throw new ConfigFault(`${key} must be true or false.`);
}

/**
 * A part of an address without its percent-encoding.
 * @throws ConfigFault for a % that encodes nothing
 */
export function decoded(key: string, part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ConfigFault(`${key} has a % that must be written as %25.`);
  }
}

/** The entries between commas or white space. */
export function listOf(value = ''): string[] {
  return value.split(/[\s,]+/).filter(Boolean);
}
