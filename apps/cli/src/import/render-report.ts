import type { Fate, ImportProblem, ImportReport } from '@waybill/intake/import';
import type { Tally } from '@waybill/intake/online-retail';
import { formatMoney } from '@waybill/kernel';
import { table } from './table.ts';

const LABELS: Readonly<Record<Fate, readonly [what: string, became: string]>> = {
  POSTED: ['orders', 'placed and paid'],
  REFUSED: ['orders', 'refused'],
  CREDIT: ['credits (C…)', 'put to their orders'],
  CREDIT_OPEN: ['credits (C…)', 'wait for a person'],
  NOT_A_SALE: ['fees, no sale', 'noted'],
  STOCK_ADJUSTMENT: ['stock adjustments', 'noted'],
  PARKED: ['parked', 'wait for a person'],
  MALFORMED: ['with malformed rows', 'wait for a person'],
};
const SHOWN_ALWAYS: readonly Fate[] = ['POSTED', 'CREDIT', 'STOCK_ADJUSTMENT'];
const SHOWN_PROBLEMS = 20;

const count = (number: number): string => number.toLocaleString('en-GB');
/** Exact pounds: two decimals, and more where there are more. */
const pounds = ({ amount }: Tally): string => {
  const [whole = '0', decimals = ''] = amount.abs().toFixed().split('.');
  const sign = amount.lt(0) ? '−' : '';
  return `${sign}${Number(whole).toLocaleString('en-GB')}.${decimals.padEnd(2, '0')}`;
};
const line = (what: string, became: string, tally: Tally): string[] => [
  what,
  became,
  count(tally.documents),
  count(tally.lines),
  pounds(tally),
];

const balanceTable = ({ balance: { fates, file, difference } }: ImportReport): string => {
  const fateLines = (Object.keys(LABELS) as Fate[])
    .filter((fate) => SHOWN_ALWAYS.includes(fate) || fates[fate].lines > 0)
    .map((fate) => line(...LABELS[fate], fates[fate]));
  return table([
    ['class', 'what became of it', 'documents', 'lines', 'pounds'],
    ...fateLines,
    line('the file', '', file),
    line('difference', '', difference),
  ]);
};

/** The same by month, for files of more than one. */
const monthTable = ({ balance: { months } }: ImportReport): string[] => {
  if (months.length < 2) return [];
  const lines = months.flatMap(([month, fates]) =>
    (Object.keys(LABELS) as Fate[])
      .filter((fate) => fates[fate].lines > 0)
      .map((fate) => [month, ...line(...LABELS[fate], fates[fate])]),
  );
  return ['', table([['month', 'class', 'what became of it', 'documents', 'lines', 'pounds'], ...lines])];
};

const problemLine = ({ document, what, reason }: ImportProblem): string =>
  `  ${document === null ? 'no document' : `document ${document}`}, ${what.toLowerCase()}: ${reason}`;

const problemLines = (problems: readonly ImportProblem[]): string[] => {
  if (problems.length === 0) return [];
  const more = problems.length - SHOWN_PROBLEMS;
  return [
    '',
    `For a person to look at (${count(problems.length)}):`,
    ...problems.slice(0, SHOWN_PROBLEMS).map(problemLine),
    ...(more > 0 ? [`  … and ${count(more)} more.`] : []),
  ];
};

const newness = ({ newEvents, newProducts }: ImportReport): string =>
  newEvents === 0 && newProducts === 0
    ? 'Nothing changed: 0 new events; everything in the file was here already.'
    : `New: ${count(newEvents)} events by this import's own commands, ${count(newProducts)} products.`;

/** The report for people: what the file holds, what became of it, and that it adds up. */
export const renderReport = (report: ImportReport): string => {
  const { balance, opening, delivered, leftOpen, milliseconds } = report;
  const posted = formatMoney({ amount: balance.posted, currency: 'GBP' });
  const rounded = balance.rounding.eq(0) ? '' : ` (rounding ${balance.rounding.toFixed()})`;
  return [
    '',
    balanceTable(report),
    ...monthTable(report),
    '',
    `Orders are worth ${posted}${rounded}; ${count(delivered)} delivered, ${count(leftOpen)} left open for the warehouse.`,
    `Opening stock: ${count(opening.pieces)} pieces of ${count(opening.products)} products, so that the file never sold what was not there.`,
    ...problemLines(report.problems),
    '',
    `${newness(report)} ${(milliseconds / 1000).toFixed(1)} s.`,
    ...(report.interrupted ? ['Stopped before the end: run the same import again to go on.'] : []),
  ].join('\n');
};

/** 0: all of it is in the house. 2: done, with something for a person to look at. 130: interrupted. */
export const exitCodeOf = ({ balance, problems, interrupted }: ImportReport): number => {
  if (interrupted) return 130;
  const { documents, lines, amount } = balance.difference;
  return problems.length > 0 || documents !== 0 || lines !== 0 || !amount.eq(0) ? 2 : 0;
};
