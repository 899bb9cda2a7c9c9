import { chanceOf } from '@waybill/engine/testing';
import { grouped } from '@waybill/kernel';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { field, list, number } from './fixtures/business/books/field.ts';
import { heldOf, total } from './fixtures/business/books/shares.ts';
import { type Business, openBusiness } from './fixtures/business/open-business.ts';
import { seeItThrough } from './fixtures/business/see-it-through.ts';
import { sendMessage } from './fixtures/business/send-message.ts';

const PAST = 'online-retail';
const CHANNELS = [PAST, 'market'] as const;

/** An order of so many pieces, or a credit of so many at a price; what is to happen after it, and so many steps of machines. */
const message = fc.record({
  kind: fc.constantFrom('ORDER', 'ORDER', 'CREDIT', 'CREDIT', 'CREDIT'),
  channel: fc.constantFrom(...CHANNELS),
  pieces: fc.integer({ min: 1, max: 4 }),
  price: fc.constantFrom('2.55', '2.55', '2.10', '3.00'),
  sum: fc.boolean(),
  steps: fc.nat(60),
  through: fc.nat(9),
});
type Message = typeof message extends fc.Arbitrary<infer M> ? M : never;

const receive = (business: Business, { kind, channel, pieces, price, sum: withSum }: Message, nth: number) => {
  const goods = { lineId: 'L1', sku: 'A', description: 'Product A', quantity: pieces, unitPrice: '2.55' };
  const postage = { lineId: 'P', kind: 'CHARGE', sku: 'POST', description: 'Postage', quantity: 1, unitPrice: '4.00' };
  const noTax = { taxCode: 'NOT_STATED', taxRate: '0' };
  if (kind === 'ORDER') {
    const lines = [goods, ...(withSum ? [postage] : [])].map((line) => ({ ...line, ...noTax }));
    return sendMessage(business, { channel, kind, number: `${nth}`, lines });
  }
  const discount = { sku: 'D', description: 'Discount', quantity: 1, unitPrice: '0.75' };
  const lines = [{ ...goods, unitPrice: price }, ...(withSum ? [discount] : [])];
  return sendMessage(business, { channel, kind: 'CANCELLATION', number: null, messageId: `C${nth}`, lines });
};

/** Each match is told of once; what it came to is what its credit notes say, and no more than it asked for. */
const faultsOfCredits = ({ world: { log } }: Business): string[] => {
  const told = grouped(
    log.filter(({ type }) => type === 'CancellationCredited'),
    ({ data }) => String(field(data, 'matchId')),
  );
  const notes = new Map(
    log
      .filter(({ type }) => type === 'CreditNoteIssued')
      .map(({ data }) => [field(data, 'creditNoteId'), number(data, 'net')]),
  );
  return log
    .filter(({ type }) => type === 'CancellationMatched')
    .flatMap(({ eventId, data }) => {
      const [credited, ...more] = told.get(eventId) ?? [];
      const asked = list(data, 'matches').reduce((sum, match) => sum + number(match, 'amount'), 0);
      if (!credited || more.length > 0) return [`${eventId} is told of ${more.length + (credited ? 1 : 0)} times`];
      const ids = field(credited.data, 'creditNoteIds') as string[];
      const worth = ids.reduce((sum, id) => sum + (notes.get(id) ?? 0), 0);
      const got = number(credited.data, 'credited') + number(credited.data, 'cancelled');
      return [
        ...(number(credited.data, 'asked') === asked ? [] : [`${eventId} asked for ${asked}`]),
        ...(worth === number(credited.data, 'credited') ? [] : [`${eventId} is credited with ${worth}`]),
        ...(got <= asked ? [] : [`${eventId} got ${got} of ${asked}`]),
      ];
    });
};

const faultsAtTheEnd = (business: Business): string[] => {
  const { world, audit } = business;
  const now = audit.catchUp();
  const hanging = world.processes.flatMap((process) =>
    [...world.instances(process)].flatMap(([instance, { waits, refused }]) => [
      ...Object.keys(waits).map((wait) => `${process} ${instance} waits for ever for ${wait}`),
      ...refused.map(({ command, reason }) => `${process} ${instance}: ${command} was refused, ${reason}`),
    ]),
  );
  const unpaid = [...audit.books.values()].flatMap(({ orderId, money, invoiced, credited }) => {
    const paid = total(money, 'GBP', heldOf);
    return paid === invoiced - credited ? [] : [`${orderId} paid ${paid}, billed ${invoiced - credited}`];
  });
  return [...now, ...hanging, ...unpaid, ...faultsOfCredits(business)];
};

it('whenever cancellations without an order come, and machines crash, each is carried out once', async () => {
  const messages = fc.array(message, { minLength: 2, maxLength: 10, size: 'max' });
  await fc.assert(
    fc.asyncProperty(fc.integer(), messages, async (seed, told) => {
      const chance = chanceOf(seed);
      const business = await openBusiness(chance);
      const past = { channel: PAST, name: 'Retail', currency: 'GBP', historic: true, owner: 'Ben' };
      await business.world.send('RegisterChannel', past);
      for (const [nth, one] of told.entries()) {
        await receive(business, one, nth);
        for (let n = 0; n < one.steps && (await business.world.step(chance)); n += 1);
        // Now and then everything so far is paid, delivered and back, before more is told.
        if (one.through < 2) await seeItThrough(business);
        expect(business.audit.catchUp()).toEqual([]);
      }
      await seeItThrough(business);
      expect(faultsAtTheEnd(business)).toEqual([]);
    }),
    process.env.SEQUENCES ? { numRuns: Number(process.env.SEQUENCES) } : { numRuns: 15, seed: 7, endOnFailure: true },
  );
}, 3_600_000);
