import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

/** A short text on hover and focus. The child must take a ref and props. */
export const Hint = ({
  text,
  side = 'top',
  className,
  children,
}: {
  text: ReactNode;
  side?: 'top' | 'right';
  className?: string;
  children: ReactNode;
}) => (
  <Tooltip.Root>
    <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
    <Tooltip.Portal>
      <Tooltip.Content
        side={side}
        sideOffset={6}
        collisionPadding={8}
        className={cx(
          'z-50 max-w-72 animate-fade rounded-md bg-surface px-2 py-1 text-xs text-text shadow-float',
          className,
        )}
      >
        {text}
      </Tooltip.Content>
    </Tooltip.Portal>
  </Tooltip.Root>
);
