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
    this.before = ['exit', 'getBuiltinModule'].map((name) => [name, process[name]]);
  }

  /** Jest puts functions of its own in their place for each file, which would keep all that the file had. */
  async teardown() {
    Object.assign(process, Object.fromEntries(this.before));
    await super.teardown();
  }
}
