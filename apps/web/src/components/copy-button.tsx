'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { events as texts } from '../texts/events.ts';
import { IconButton } from './icon-button.tsx';

const shown = 1_500;

/** Puts a text on the clipboard, and says so. */
export const CopyButton = ({ text, label = texts.panel.copy }: { text: string; label?: string }) => {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true);
        setTimeout(() => setCopied(false), shown);
      },
      () => toast.error(texts.panel.notCopied),
    );
  return (
    <IconButton
      icon={copied ? Check : Copy}
      label={copied ? texts.panel.copied : label}
      onClick={copy}
      className="size-7"
    />
  );
};
