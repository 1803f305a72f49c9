/**
 * Notifies other nodes that there is something to read. A message may be lost: listeners also poll,
 * so a bus that is down causes delays and no errors.
 */
export abstract class NodeBus {
  /** The name of its wakes in the metrics. */
  abstract readonly name: string;

  /** Never fails: polling makes up for a lost wake. */
  abstract publish(channel: string, payload: string): Promise<void>;

  /** @param channel a plain identifier; one handler a channel */
  abstract listen(channel: string, handler: (payload: string) => void): Promise<void>;
}
