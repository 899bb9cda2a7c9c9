/** What a line is taxed at: '20 %', or that nobody said. */
export const taxOf = ({ taxCode, taxRate }: { readonly taxCode: string; readonly taxRate: string }): string =>
  taxCode === 'NOT_STATED' ? 'not stated' : `${Number(taxRate)} %`;

export const vat = { included: 'incl. VAT', including: 'Incl. VAT', total: 'Total incl. VAT' };
