import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Shell } from '../components/shell/shell.tsx';
import { themeScript } from '../components/shell/theme-script.ts';
import { apiUrl } from '../lib/api-url.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Waybill', template: '%s · Waybill' },
  description: 'Orders, invoices and deliveries, live.',
};

/** The API's address is known when the server starts, not when it is built. */
export const dynamic = 'force-dynamic';

const Layout = ({ children }: { children: ReactNode }) => (
  <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
    <head>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, needed before the first paint */}
      <script dangerouslySetInnerHTML={{ __html: themeScript }} />
    </head>
    <body>
      <Shell apiUrl={apiUrl(process.env.WAYBILL_API_URL)}>{children}</Shell>
    </body>
  </html>
);

export default Layout;
