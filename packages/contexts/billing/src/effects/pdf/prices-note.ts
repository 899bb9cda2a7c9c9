import type { InvoiceContent } from '../../invoice/events.ts';
import type { Note } from './content.ts';

/** Nothing where prices are net, as they usually are. */
export const pricesNote = ({ prices }: Pick<InvoiceContent, 'prices'>): readonly Note[] =>
  prices === 'GROSS'
    ? [
        {
          label: 'Prices',
          lines: ['Unit prices and amounts of lines include VAT. It is taken out of them once per rate.'],
        },
      ]
    : [];
