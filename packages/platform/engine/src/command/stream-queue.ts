/** Commands for one stream queue behind each other in this process: a hot stream costs no conflicts. */
export interface StreamQueue {
  run<T>(streamId: string, task: () => Promise<T>): Promise<T>;
  /** Waits for its turn in all of them, one after the other in sorted order. */
  runAll<T>(streamIds: readonly string[], task: () => Promise<T>): Promise<T>;
}

export const createStreamQueue = (): StreamQueue => {
  const tails = new Map<string, Promise<unknown>>();
  const queue: StreamQueue = {
    run(streamId, task) {
      const tail = tails.get(streamId);
      // A predecessor's failure is its own caller's affair.
      const turn = tail ? tail.then(task, task) : task();
      tails.set(streamId, turn);
      const leave = () => {
        if (tails.get(streamId) === turn) tails.delete(streamId);
      };
      turn.then(leave, leave);
      return turn;
    },
    runAll(streamIds, task) {
      const [first, ...others] = [...streamIds].sort();
      return first === undefined ? task() : queue.run(first, () => queue.runAll(others, task));
    },
  };
  return queue;
};
