import { describe, expect, it } from 'vitest';
import { readHints, writeHints } from './hint.ts';

describe('hints', () => {
  it('are read as they were written', () => {
    const hints = [
      { kind: 'committed', position: 17 },
      { kind: 'projected', position: 12, topic: 'sales.orders' },
      { kind: 'projected', position: 11 },
    ] as const;
    expect(readHints(writeHints('me', hints))).toEqual({ sender: 'me', hints });
  });

  it('that make no sense are left out', () => {
    expect(readHints('me committed:x rebuilt:3 queued:-1 queued')).toEqual({ sender: 'me', hints: [] });
    expect(readHints('')).toEqual({ sender: '', hints: [] });
  });
});
