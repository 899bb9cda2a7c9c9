import type { Fate, Fates, ImportProblem, ImportReport } from '@waybill/intake/import';
import { addTallies, type Tally } from '@waybill/intake/online-retail';
import { formatMoney } from '@waybill/kernel';
import Big from 'big.js';
import { table } from './table.ts';

const LABELS: Readonly<Record<Fate, readonly [what: string, became: string]>> = {
  POSTED: ['orders', 'placed and paid'],
  REFUSED: ['orders', 'refused'],
  CREDIT: ['credits (C…)', 'credited'],
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
const pounds = ({ amount }: Pick<Tally, 'amount'>): string => {
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

/** A class of documents, all of it, where not all of it became the same. */
const whole = (name: string, shown: readonly Fate[], fates: Fates): string[][] => {
  const of = shown.filter((fate) => LABELS[fate][0] === name);
  return of.length < 2 ? [] : [line(name, 'all', of.map((fate) => fates[fate]).reduce(addTallies))];
};

const fateLines = (fates: Fates, always: readonly Fate[]): string[][] => {
  const shown = (Object.keys(LABELS) as Fate[]).filter((fate) => always.includes(fate) || fates[fate].lines > 0);
  const names = [...new Set(shown.map((fate) => LABELS[fate][0]))];
  return names.flatMap((name) => [
    ...shown.filter((fate) => LABELS[fate][0] === name).map((fate) => line(...LABELS[fate], fates[fate])),
    ...whole(name, shown, fates),
  ]);
};

const balanceTable = ({ balance: { fates, file, difference } }: ImportReport): string => {
  return table([
    ['class', 'what became of it', 'documents', 'lines', 'pounds'],
    ...fateLines(fates, SHOWN_ALWAYS),
    line('the file', '', file),
    line('difference', '', difference),
  ]);
};

/** The same by month, for files of more than one. */
const monthTable = ({ balance: { months } }: ImportReport): string[] => {
  if (months.length < 2) return [];
  const lines = months.flatMap(([month, fates]) => fateLines(fates, []).map((cells) => [month, ...cells]));
  return ['', table([['month', 'class', 'what became of it', 'documents', 'lines', 'pounds'], ...lines])];
};

const figure = (amount: Tally['amount']): string => pounds({ amount });

/** Invoiced less credited, and what waits for a person and may still change it. */
const revenue = ({ balance: { fates, posted } }: ImportReport): string => {
  const invoiced = new Big(posted).div(100);
  const credited = fates.CREDIT.amount.times(-1);
  const waiting = fates.CREDIT_OPEN.amount.plus(fates.PARKED.amount).plus(fates.MALFORMED.amount);
  const sum = `£${figure(invoiced)} invoiced − £${figure(credited)} credited = £${figure(invoiced.minus(credited))}`;
  return `Revenue: ${sum}; £${figure(waiting)} beside it wait for a person.`;
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
    revenue(report),
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
