import { type ReactNode, useId } from 'react';
import { cx } from '../lib/cx.ts';

export const inputClass =
  'h-8 w-full rounded-md border border-line-strong bg-surface px-2.5 text-sm text-text transition-colors hover:border-faint focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus aria-invalid:border-red';

type ControlProps = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

/** A labelled control with its hint, and what is wrong with it where it is wrong. */
export const Field = ({
  label,
  hint,
  error,
  className,
  quietLabel = false,
  children,
}: {
  label: string;
  /** Spoken, not shown. */
  quietLabel?: boolean | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string | undefined;
  children: (props: ControlProps) => ReactNode;
}) => {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={className}>
      <label htmlFor={id} className={quietLabel ? 'sr-only' : 'mb-1 block text-xs font-medium text-soft'}>
        {label}
      </label>
      {children({
        id,
        ...(note ? { 'aria-describedby': `${id}-note` } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {note && (
        <p
          id={`${id}-note`}
          className={cx('mt-1 text-xs', error ? 'text-red' : 'text-faint')}
          role={error ? 'alert' : undefined}
        >
          {note}
        </p>
      )}
    </div>
  );
};
