import { NotFoundException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InvalidInput } from '../problems/general.errors.js';
import { findForbiddenCharacter } from '../text/plain/text-gate.js';

/** Deeper than any DTO, and safe for every later recursion. */
export const MAX_DEPTH = 20;
export const MAX_KEYS = 1_000;

/**
 * The property names of every object: validation would treat such a field as its own and ignore it.
 */
const INHERITED: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/** Refuses a request if any string in it contains a forbidden character. */
export function holdStringsToTheGate(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _, next) => {
    inspectRequest(request);
    next();
  });
}

function inspectRequest({ params, query, body }: FastifyRequest): void {
  for (const value of Object.values((params ?? {}) as Record<string, string>)) {
    // A malformed path parameter cannot name anything that exists.
    if (findForbiddenCharacter(value)) throw new NotFoundException();
  }
  inspect(query, '?', 0);
  inspect(body, '', 0);
}

/** @param pointer the position of the value: a JSON pointer, or `?` for the query itself */
function inspect(value: unknown, pointer: string, depth: number): void {
  if (typeof value === 'string') {
    const fault = findForbiddenCharacter(value);
    if (fault) throw InvalidInput.at(pointer, fault);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth === MAX_DEPTH) throw InvalidInput.at('', 'The JSON is nested too deeply.');
  const entries = Object.entries(value);
  if (entries.length > MAX_KEYS) throw InvalidInput.at('', 'The JSON has too many keys.');
  for (const [key, child] of entries) {
    const name = /^\w{1,64}$/.test(key) ? key : '';
    const place = pointer === '?' ? `?${name}` : `${pointer}/${name}`;
    if (INHERITED.has(key)) throw InvalidInput.at(place, 'This field is not known here.');
    inspect(child, place, depth + 1);
  }
}
