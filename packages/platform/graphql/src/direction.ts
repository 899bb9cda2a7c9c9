import { builder } from './builder.ts';

export const Direction = builder.enumType('Direction', {
  values: { ASC: { value: 'asc' }, DESC: { value: 'desc' } } as const,
});
