import type { Metadata } from 'next';
import { SystemPage } from '../../features/system/system-page.tsx';
import { system } from '../../texts/system.ts';

export const metadata: Metadata = { title: system.title };

const Route = () => <SystemPage />;

export default Route;
