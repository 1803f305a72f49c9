import { TestEnvironment } from 'jest-environment-node';

/** Node's own globals, in place of copies for each file. */
export default class NativeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    // `expect` stays in the context of Jest, and has to know the types that tests name.
    Object.assign(this.global, {
      Array,
      BigInt,
      Boolean,
      Date,
      Error,
      Function,
      Map,
      Number,
      Object,
      RegExp,
      Set,
      String,
      Symbol,
    });
    /** Where Jest's own code runs, and looks up how often a test is run. */
    this.ofJest = this.global;
    this.global = globalThis;
  }
}
