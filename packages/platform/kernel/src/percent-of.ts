import Big from 'big.js';

/** So many per cent (a decimal text: '17.5') of an amount, in the same minor units, rounded half-up. */
export const percentOf = (amount: number, percent: string): number =>
  Number(new Big(amount).times(percent).div(100).round(0, Big.roundHalfUp));
