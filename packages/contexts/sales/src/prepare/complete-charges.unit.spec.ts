import { expect, it } from 'vitest';
import { fakePorts } from '../testing/fake-ports.ts';
import { completeCharges } from './complete-charges.ts';

const { taxRates } = fakePorts().ports;
const complete = (charge: object) =>
  completeCharges([{ code: 'POST', unitPrice: '4.00', ...charge }], 'GBP', taxRates, () => 'C1');

it("is taxed as the company's page says, by its code or at the usual rate", async () => {
  expect(await complete({})).toMatchObject({ value: [{ lineId: 'C1', taxCode: 'STANDARD', taxRate: '19' }] });
  expect(await complete({ taxCode: 'REDUCED' })).toMatchObject({ value: [{ taxCode: 'REDUCED', taxRate: '7' }] });
});

it('is taxed as the client says, where it says so', async () =>
  expect(await complete({ taxRate: '5' })).toMatchObject({ value: [{ taxCode: 'STANDARD', taxRate: '5' }] }));

it('is refused with what there is, where the company does not know the code', async () =>
  expect(await complete({ taxCode: 'SUPER' })).toMatchObject({
    refusal: { code: 'TaxCodeUnknown', details: { taxCode: 'SUPER', known: ['STANDARD (19 %)', 'REDUCED (7 %)'] } },
  }));
