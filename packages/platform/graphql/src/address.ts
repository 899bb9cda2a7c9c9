import { builder } from './builder.ts';

/** A postal address, as the contexts keep their copies of it. */
export interface PostalAddress {
  readonly line1?: string | null;
  readonly line2?: string | null;
  readonly city?: string | null;
  readonly postcode?: string | null;
  readonly country: string;
}

export const AddressRef = builder.objectRef<PostalAddress>('Address').implement({
  fields: (t) => ({
    line1: t.exposeString('line1', { nullable: true }),
    line2: t.exposeString('line2', { nullable: true }),
    city: t.exposeString('city', { nullable: true }),
    postcode: t.exposeString('postcode', { nullable: true }),
    country: t.exposeString('country'),
  }),
});

export const AddressInput = builder.inputType('AddressInput', {
  fields: (t) => ({
    line1: t.string(),
    line2: t.string(),
    city: t.string(),
    postcode: t.string(),
    country: t.string({ required: true }),
  }),
});

/** An address from a row's JSON column; null where the person is forgotten. */
export const addressFrom = (json: unknown): PostalAddress | null =>
  typeof json === 'object' && json !== null && 'country' in json ? (json as PostalAddress) : null;
