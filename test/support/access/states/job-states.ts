import { NOBODY, type States } from './stage.js';

/** A job is retried by its number. */
export const JOB_STATES: States = {
  failed: async ({ database }) => {
    const [{ id }] = await database.query<{ id: string }>(
      `select id::text from graphile_worker.permanently_fail_jobs(
         array[(graphile_worker.add_job('elsewhere')).id], 'No')`,
    );
    return { names: { id }, version: 1 };
  },
  absent: async () => ({ names: { id: NOBODY }, version: 1 }),
};
