import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { progressDisplay } from './progress.ts';

describe('progress without a terminal', () => {
  it('is a line per tenth of a step', () => {
    const out = new PassThrough();
    const display = progressDisplay(out as unknown as NodeJS.WriteStream);
    display.show({ step: 'reading', done: 0, total: 1 });
    for (let done = 1; done <= 40; done += 1) display.show({ step: 'documents', done, total: 40 });
    display.stop();
    expect(String(out.read()).trim().split('\n')).toEqual([
      'Reading the file',
      ...[0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((percent) => `Documents: ${percent} %`),
    ]);
  });
});
