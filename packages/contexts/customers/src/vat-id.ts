/** Of a country of the EU, or of the United Kingdom: two letters of the country, and what the country makes of it. */
const SHAPE = /^[A-Z]{2}[A-Z0-9]{2,12}$/;

/** As it is written on documents: without spaces, in capitals. Null where nothing is given. */
export const vatIdFrom = (given: string | null | undefined): string | null =>
  given?.replace(/\s/g, '').toUpperCase() || null;

/** Whether it looks like one. Whether it is somebody's, only its country's office knows. */
export const isVatId = (vatId: string): boolean => SHAPE.test(vatId);
