import type { LucideIcon } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { Spinner } from './spinner.tsx';

const looks = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  danger: 'bg-danger text-on-accent hover:bg-danger-hover',
  plain: 'border border-line-strong bg-surface text-text hover:bg-hover',
  quiet: 'text-soft hover:bg-hover hover:text-text',
};

type ButtonProps = ComponentProps<'button'> & {
  look?: keyof typeof looks;
  icon?: LucideIcon;
  size?: 'sm' | 'md';
  /** The work this button started is under way: it stays in place and cannot be pressed again. */
  busy?: boolean;
};

const shape = (look: keyof typeof looks, size: 'sm' | 'md', className?: string) =>
  cx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors select-none',
    'disabled:pointer-events-none disabled:opacity-50',
    size === 'sm' ? 'h-7 px-2.5 text-xs' : 'h-8 px-3 text-sm',
    looks[look],
    className,
  );

/** A verb. One `primary` per page. */
export const Button = ({
  look = 'plain',
  size = 'md',
  icon: Icon,
  busy = false,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) => (
  <button type="button" className={shape(look, size, className)} disabled={disabled || busy} aria-busy={busy} {...rest}>
    {busy ? <Spinner /> : Icon ? <Icon size={size === 'sm' ? 14 : 16} aria-hidden /> : null}
    {children}
  </button>
);

/** A link that looks like a button: pass the link as the only child. */
export const ButtonLink = ({
  look = 'plain',
  size = 'md',
  className,
  children,
}: {
  look?: keyof typeof looks;
  size?: 'sm' | 'md';
  className?: string;
  children: ReactNode;
}) => <Slot.Root className={shape(look, size, className)}>{children}</Slot.Root>;
