import type { AgeBucket } from '../../graphql/generated/documents.ts';
import { cx } from '../../lib/cx.ts';
import { receivables as texts } from '../../texts/receivables.ts';
import { ages } from './ages.ts';

/** An age by its word, with its colour. */
export const AgeMark = ({ bucket }: { bucket: AgeBucket }) => (
  <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
    <span aria-hidden className={cx('size-2 shrink-0 rounded-[2px]', ages[bucket].className)} />
    {texts.buckets[bucket]}
  </span>
);
