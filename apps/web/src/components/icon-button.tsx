import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from '../lib/cx.ts';
import { Hint } from './hint.tsx';

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & { icon: LucideIcon; label: string };

/** An icon that acts; its label is spoken and shown on hover. */
export const IconButton = ({ icon: Icon, label, className, ...rest }: IconButtonProps) => (
  <Hint text={label}>
    <button
      type="button"
      aria-label={label}
      className={cx(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-md text-soft transition-colors hover:bg-hover hover:text-text disabled:pointer-events-none disabled:opacity-40',
        className,
      )}
      {...rest}
    >
      <Icon size={16} aria-hidden />
    </button>
  </Hint>
);
