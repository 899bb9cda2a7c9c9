import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';

const logged = (write: (log: ReturnType<typeof createLogger>) => void): unknown[] => {
  const lines: unknown[] = [];
  write(createLogger('api', 'info', { write: (line) => lines.push(JSON.parse(line)) }));
  return lines;
};

describe('logger', () => {
  it('writes one JSON line with the app, the level and the ids it was given', () => {
    const lines = logged((log) => log.info({ commandId: 'c-1' }, 'accepted'));
    expect(lines).toEqual([expect.objectContaining({ app: 'api', level: 'info', commandId: 'c-1', msg: 'accepted' })]);
  });

  it('hides credentials and personal fields wherever they stand', () => {
    const lines = logged((log) =>
      log.warn({ email: 'a@b.c', input: { customer: { phone: '1' } }, headers: { cookie: 'x' } }, 'refused'),
    );
    expect(lines).toEqual([
      expect.objectContaining({
        email: '[redacted]',
        input: { customer: { phone: '[redacted]' } },
        headers: { cookie: '[redacted]' },
      }),
    ]);
  });

  it('says nothing below its level', () => {
    expect(logged((log) => log.debug('chatter'))).toEqual([]);
  });
});
