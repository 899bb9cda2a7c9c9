import type { ComponentProps } from 'react';
import { TextField } from './text-field.tsx';

/** Asks for an amount of money, as people write it: `lib/format.ts` reads it. The label names the currency. */
export const MoneyField = (props: Omit<ComponentProps<typeof TextField>, 'look' | 'inputMode'>) => (
  <TextField {...props} inputMode="decimal" look="figure" />
);
