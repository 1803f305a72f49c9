const RECONNECT_MS = 500;
/** A stalled connection is dropped after this time: Redis has frozen, or its machine is gone. */
export const SILENT_MS = 4_000;
/** The interval of pings, so that a healthy connection is never silent. */
const PING_MS = 2_000;

/** The options of every connection to Redis or Valkey. */
export function redisOptions(url: string) {
  return {
    url,
    pingInterval: PING_MS,
    socket: { reconnectStrategy: RECONNECT_MS, socketTimeout: SILENT_MS },
  };
}
