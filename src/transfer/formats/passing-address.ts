/**
 * The address of an imported author until it is hashed. No output contains it, neither a report nor
 * a log.
 */
export class PassingAddress {
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  reveal(): string {
    return this.#address;
  }
}
