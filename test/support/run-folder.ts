/** The folder of this test run, which is deleted at the end. */
export const RUN_FOLDER = process.env.TEST_DATA_DIR!;
