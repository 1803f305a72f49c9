/** Of this run of the tests, at whose end it is removed with all that is in it. */
export const RUN_FOLDER = process.env.TEST_DATA_DIR!;
