/** The few commands of Redis that counters use; a connection of ioredis fits. */
export interface RedisPort {
  /** 'ready' while commands can be sent. */
  readonly status: string;
  eval(script: string, numberOfKeys: number, ...keysAndArguments: (string | number)[]): Promise<unknown>;
  hmget(key: string, ...fields: string[]): Promise<(string | null)[]>;
}
