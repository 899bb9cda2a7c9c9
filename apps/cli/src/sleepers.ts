/** Waits that can be cut short, all at once. */
export interface Sleepers {
  /** Settles after `ms`, or with the next `wake`. */
  sleep(ms: number): Promise<void>;
  wake(): void;
}

export const createSleepers = (): Sleepers => {
  const sleeping = new Set<() => void>();
  return {
    sleep: (ms) =>
      new Promise((resolve) => {
        const rise = () => {
          clearTimeout(timer);
          sleeping.delete(rise);
          resolve();
        };
        const timer = setTimeout(rise, ms);
        sleeping.add(rise);
      }),
    wake() {
      for (const rise of [...sleeping]) rise();
    },
  };
};
