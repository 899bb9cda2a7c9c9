import pg from 'pg';

const { builtins } = pg.types;

/** int8 as a number: positions and minor units stay far under 2^53, and a larger one must not pass silently. */
const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number: cast it to text in the query`);
  return value;
};

/** How values come back: as pg does it, and bigints as numbers. */
export const numberTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === builtins.INT8 && format !== 'binary' ? safeInteger : pg.types.getTypeParser(oid, format),
};
