export const table = {
  columns: 'Columns',
  lastChange: 'Last change',
  more: 'Reading more…',
  end: (count: string) => `${count} shown, that is all of them`,
  keys: 'Use j and k to move, Enter to open',
  ascending: 'sorted ascending',
  descending: 'sorted descending',
};
