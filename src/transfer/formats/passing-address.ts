/**
 * The address of an imported author, on its way to the hash that is kept of it. It stands in no text that is made of
 * the file: neither in a report nor in a log.
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
