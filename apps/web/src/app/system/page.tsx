import type { Metadata } from 'next';
import { OverviewPage } from '../../features/system/overview/overview-page.tsx';
import { system } from '../../texts/system.ts';

export const metadata: Metadata = { title: system.title };

const Route = () => <OverviewPage />;

export default Route;
