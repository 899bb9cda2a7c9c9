'use client';

import { X } from 'lucide-react';
import { Dialog as Base } from 'radix-ui';
import type { ReactNode } from 'react';
import { common } from '../texts/common.ts';

/** A question that needs an answer before one goes on. */
export const Dialog = ({
  open,
  onOpenChange,
  title,
  about,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  about?: ReactNode;
  children: ReactNode;
}) => (
  <Base.Root open={open} onOpenChange={onOpenChange}>
    <Base.Portal>
      <Base.Overlay className="fixed inset-0 z-40 animate-fade bg-overlay" />
      <Base.Content
        {...(about ? {} : { 'aria-describedby': undefined })}
        className="fixed top-[16vh] left-1/2 z-50 w-[26rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 animate-fade rounded-lg bg-surface shadow-float outline-none"
      >
        <div className="flex items-start justify-between gap-4 px-5 pt-4">
          <div>
            <Base.Title className="text-lg font-semibold tracking-tight">{title}</Base.Title>
            {about && <Base.Description className="mt-0.5 text-soft">{about}</Base.Description>}
          </div>
          <Base.Close
            aria-label={common.close}
            className="-mr-1.5 inline-flex size-7 shrink-0 items-center justify-center rounded-md text-faint hover:bg-hover hover:text-text"
          >
            <X size={16} aria-hidden />
          </Base.Close>
        </div>
        <div className="px-5 pt-4 pb-5">{children}</div>
      </Base.Content>
    </Base.Portal>
  </Base.Root>
);
