import { cx } from '../lib/cx.ts';

const looks = {
  /** As a program said it. */
  fault: 'ident bg-red-soft text-red',
  /** Said to people. */
  refusal: 'bg-amber-soft text-amber',
};

/** What went wrong. */
export const ProblemText = ({ text, look = 'fault' }: { text: string; look?: keyof typeof looks }) => (
  <p className={cx('rounded-md px-3 py-2.5 break-words whitespace-pre-wrap', looks[look])}>{text}</p>
);
