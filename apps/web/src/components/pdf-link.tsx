'use client';

import { FileText } from 'lucide-react';
import { useWaybill } from '../live/waybill.tsx';
import { order as texts } from '../texts/order.ts';
import { ButtonLink } from './button.tsx';
import { Spinner } from './spinner.tsx';

/** Opens the document, or says that it is still being made. */
export const PdfLink = ({ url, number }: { url: string | null; number: string }) => {
  const { apiUrl } = useWaybill();
  if (!url)
    return (
      <span className="inline-flex items-center gap-1.5 text-xs text-faint">
        <Spinner size={12} />
        {texts.pdfPending}
      </span>
    );
  return (
    <ButtonLink size="sm">
      <a href={new URL(url, apiUrl).href} target="_blank" rel="noreferrer">
        <FileText size={14} aria-hidden />
        {texts.openPdf}
        <span className="sr-only"> {number}</span>
      </a>
    </ButtonLink>
  );
};
