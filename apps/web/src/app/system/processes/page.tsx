import type { Metadata } from 'next';
import { ProcessesPage } from '../../../features/system/processes/processes-page.tsx';
import { processes } from '../../../texts/processes.ts';

export const metadata: Metadata = { title: processes.title };

const Route = () => <ProcessesPage />;

export default Route;
