import { z } from 'zod';
import { customers as texts } from '../../texts/customers.ts';

/** What a person types as a VAT id; spaces and small letters do not matter, and nothing is none. */
export const vatId = z
  .string()
  .trim()
  .refine((text) => text === '' || /^[a-z]{2}[a-z0-9]{2,12}$/i.test(text.replace(/\s/g, '')), texts.vatIdWrong);
