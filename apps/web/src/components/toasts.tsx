'use client';

import { Toaster } from 'sonner';
import { useTheme } from './shell/theme.ts';

export const Toasts = () => (
  <Toaster
    theme={useTheme()}
    position="bottom-right"
    gap={8}
    visibleToasts={4}
    toastOptions={{
      unstyled: true,
      classNames: {
        toast: 'flex w-88 items-start gap-2.5 rounded-lg bg-surface p-3 text-sm text-text shadow-float font-sans',
        title: 'font-medium',
        description: 'mt-0.5 text-soft',
        icon: 'mt-0.5 shrink-0',
        success: '[&_[data-icon]]:text-green',
        error: '[&_[data-icon]]:text-red',
        warning: '[&_[data-icon]]:text-amber',
        actionButton: 'ml-auto shrink-0 rounded-md px-2 py-1 text-xs font-medium text-accent-text hover:bg-hover',
      },
    }}
  />
);
